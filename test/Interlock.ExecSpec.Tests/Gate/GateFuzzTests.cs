using System.Globalization;
using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Specification;

namespace Interlock.ExecSpec.Tests.Gate;

/// <summary>Set <c>INTERLOCK_GATE_FUZZ</c> to run more pairs.</summary>
public sealed class GateFuzzTests
{
    private static readonly ulong Pairs =
        ulong.TryParse(Environment.GetEnvironmentVariable("INTERLOCK_GATE_FUZZ"), CultureInfo.InvariantCulture, out ulong count) ? count : 1500;

    [Fact]
    public void Two_specifications_of_any_shape_are_compared_and_refused_without_an_exception()
    {
        for (ulong seed = 0; seed < Pairs; seed++)
        {
            GateReport report = GateSpecs.Run(RandomSpec.Of(seed), RandomSpec.Of(seed + 1), seed % 2 == 0 ? GateScope.WithRobot : GateScope.WithoutRobot);
            Assert.False(report.MayStart, $"seed {seed}");
            Assert.All(report.Findings, finding => Assert.False(string.IsNullOrWhiteSpace(finding.Text)));
        }
    }

    [Fact]
    public void A_specification_against_itself_fails_only_for_its_own_defects()
    {
        string[] own = ["EX021", "EX023", "EX024", "EX025", "EX026", "EX027"];
        for (ulong seed = 0; seed < Pairs / 3; seed++)
        {
            ExecutableSpec spec = RandomSpec.Of(seed);
            Assert.Empty(GateSpecs.Run(spec, spec).FailedCodes().Except(own));
        }
    }

    [Fact]
    public void One_changed_field_of_any_specification_never_throws()
    {
        foreach ((string path, ExecutableSpec changed) in FieldMutations.Of(GateSpecs.Full))
        {
            Assert.NotEmpty(GateSpecs.Run(changed, GateSpecs.Full, GateScope.WithoutRobot).Findings);
            Assert.NotEqual("", path);
        }
    }
}
