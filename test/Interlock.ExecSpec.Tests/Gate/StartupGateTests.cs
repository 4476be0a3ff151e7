using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Gate.Probing;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Drift;

namespace Interlock.ExecSpec.Tests.Gate;

public sealed class StartupGateTests
{
    private static readonly ExecutableSpec WrongKey = GateSpecs.Goal.With(_ => LiberoSpecs.Printed["libero_spatial"]);

    [Fact]
    public void A_wrong_key_is_refused_by_name_with_what_it_would_do() =>
        Approved.Matches("gate-wrong-key", GateSpecs.Words(GateSpecs.Run(GateSpecs.Goal, WrongKey)));

    [Fact]
    public void Everything_wrong_at_once_is_reported_at_once_first_cause_first()
    {
        ExecutableSpec running = WrongKey with
        {
            Action = WrongKey.Action with { RateHz = 10 },
            Gripper = GateSpecs.Gripper with { ControllerOpen = 1, ControllerClosed = -1 },
        };
        GateReport report = GateSpecs.Run(GateSpecs.Goal, running);
        Assert.Equal(["EX021", "EX025", "EX026", "EX027", "EX035", "EX040", "EX042"], report.FailedCodes());
        Assert.Equal("EX021", report.FirstCause!.Code);
        Approved.Matches("gate-several-faults", GateSpecs.Words(report));
    }

    [Fact]
    public void What_is_wrong_with_the_certificate_comes_before_what_is_wrong_with_the_policy()
    {
        GateFinding expired = new("EX004", GateStatus.Failed, "validity", "expired");
        GateReport report = StartupGate.Run(Request(WrongKey) with { CertificateFindings = [expired] });
        Assert.Same(expired, report.FirstCause);
        Assert.Contains("EX021", report.FailedCodes());
    }

    [Theory]
    [InlineData(GateMode.Enforce, false)]
    [InlineData(GateMode.Warn, true)]
    [InlineData(GateMode.RecordOnly, true)]
    public void Only_enforcing_keeps_the_robot_where_it_is_and_no_mode_hides_a_failure(GateMode mode, bool mayStart)
    {
        GateReport report = StartupGate.Run(Request(WrongKey) with { Mode = mode });
        Assert.Equal(mayStart, report.MayStart);
        Assert.False(report.IsEqual);
        Assert.Equal("EX021", report.FirstCause!.Code);
    }

    [Fact]
    public void What_is_certified_and_cannot_be_observed_is_refused_where_the_robot_is_and_left_open_elsewhere()
    {
        ExecutableSpec fromFiles = GateSpecs.Full with { Controller = null, Gripper = null };
        fromFiles = fromFiles with { Observation = fromFiles.Observation! with { Cameras = [], Prompt = null } };
        Assert.Equal(
            ["EX025", "EX040", "EX050", "EX051", "EX052", "EX053", "EX060", "EX062"], GateSpecs.Run(GateSpecs.Full, fromFiles).FailedCodes());
        GateReport report = StartupGate.Run(Request(fromFiles) with { Certified = GateSpecs.Full, DecodePath = null, Scope = GateScope.WithoutRobot });
        Assert.True(report.MayStart, GateSpecs.Words(report));
        string[] open = ["EX025", "EX040", "EX050", "EX051", "EX052", "EX053", "EX060", "EX062"];
        Assert.Empty(open.Except(report.Findings.Where(finding => finding.Status == GateStatus.NotChecked).Select(finding => finding.Code)));
    }

    [Fact]
    public void What_the_certificate_does_not_state_is_not_checked_and_said_so()
    {
        ExecutableSpec running = GateSpecs.Goal with { Policy = GateSpecs.Full.Policy, Observation = GateSpecs.Full.Observation, Controller = new() { UrdfSha256 = "b" } };
        GateReport report = GateSpecs.Run(GateSpecs.Goal, running);
        Assert.True(report.MayStart, GateSpecs.Words(report));
        GateFinding urdf = report.Finding("EX051");
        Assert.Equal(GateStatus.NotChecked, urdf.Status);
        Assert.Contains("the certificate does not state it", urdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiver_covers_its_failure_and_no_other()
    {
        GateReport report = StartupGate.Run(Request(WrongKey) with { WaivedBy = finding => finding.Code == "EX021" ? "waived by M. Ruiz" : null });
        GateFinding waived = report.Finding("EX021");
        Assert.Equal(GateStatus.Waived, waived.Status);
        Assert.EndsWith("; waived by M. Ruiz", waived.Text, StringComparison.Ordinal);
        Assert.Equal("EX025", report.FirstCause!.Code);
        Assert.False(report.MayStart);
    }

    [Fact]
    public void What_can_never_be_waived_stays_a_failure_whoever_says_otherwise()
    {
        ExecutableSpec inert = GateSpecs.Goal.With(normaliser => normaliser with { Statistics = null });
        GateReport report = StartupGate.Run(Request(inert) with { WaivedBy = _ => "waived" });
        Assert.Equal(["EX023"], report.FailedCodes());
    }

    private static GateRequest Request(ExecutableSpec running) =>
        new() { Certified = GateSpecs.Goal, Running = running, DecodePath = new SpecDecodePath(running) };
}
