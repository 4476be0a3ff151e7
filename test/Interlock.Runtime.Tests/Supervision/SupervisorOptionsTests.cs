using Interlock.Core.Diagnostics;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Supervision;

public sealed class SupervisorOptionsTests
{
    [Fact]
    public void The_defaults_are_valid()
    {
        DiagnosticCollector findings = new();
        new SupervisorOptions().Validate(findings);
        Assert.Empty(findings.Items);
    }

    [Fact]
    public void Every_value_outside_its_range_is_a_finding_with_name_value_and_range()
    {
        DiagnosticCollector findings = new();
        new SupervisorOptions
        {
            ObservationAgeLimitMs = double.NaN,
            DegradedLimitScale = 0,
            ConfidenceThreshold = 1,
            ContactTicks = 0,
            ForceLimitN = -1,
            OnAlarm = (AlarmReaction)9,
        }.Validate(findings);
        Assert.Equal(6, findings.Items.Count);
        Assert.All(findings.Items, item => Assert.Equal(SupervisorCodes.Option, item.Code));
        Assert.Contains(findings.Items, item => item.Message == "supervisor: degraded_limit_scale is 0; it has to be above 0 and at most 1");
    }

    [Fact]
    public void A_supervisor_refuses_options_that_mean_nothing() =>
        Assert.Throws<DiagnosticException>(() => new Supervisor(new SupervisorOptions { StopSettleMs = 0 }));
}
