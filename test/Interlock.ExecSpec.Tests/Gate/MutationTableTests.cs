using System.Text.RegularExpressions;
using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Specification;

namespace Interlock.ExecSpec.Tests.Gate;

/// <summary>
/// Every field of a specification is changed or taken away in the deployment that runs; the gate refuses each with the code of its check.
/// The fields are found by reflection, so that one that is added later needs a rule here before this passes again.
/// </summary>
public sealed class MutationTableTests
{
    private const string NotWhatRuns = "-";

    private static readonly Dictionary<string, ExecutableSpec> Mutations =
        FieldMutations.Of(GateSpecs.Full).ToDictionary(item => item.Path, item => item.Spec, StringComparer.Ordinal);

    /// <summary>The first rule that fits a path decides.</summary>
    private static readonly (string Pattern, string Code)[] Rules =
    [
        (@"^\.Name$", NotWhatRuns),
        (@"^\.Siblings", NotWhatRuns),
        (@"^\.Policy", "EX080"),
        (@"^\.Action\.Channels\[\d+\]\.(Name|Role)$", "EX030"),
        (@"^\.Action\.Channels shortened$", "EX030"),
        (@"^\.Action\.Channels\[\d+\]\.Unit$", "EX031"),
        (@"^\.Action\.Channels\[\d+\]\.Frame", "EX032"),
        (@"^\.Action\.Channels\[\d+\]\.Physical(PerCommand|Unit)", "EX050"),
        (@"^\.Action\.Channels\[\d+\]\.Reference", "EX034"),
        (@"^\.Action\.Rotations", "EX033"),
        (@"^\.Action\.(Quantity|Reference)", "EX034"),
        (@"^\.Action\.(Horizon|Execute|RateHz)", "EX035"),
        (@"^\.Unnormaliser\.(Scheme|LowQuantile|HighQuantile|Arithmetic)", "EX020"),
        (@"^\.Unnormaliser\.(Key|Statistics)", "EX021"),
        (@"^\.Unnormaliser\.Mask", "EX022"),
        (@"^\.Gripper( absent|\.Channel|\.PolicyOpen|\.PolicyClosed)", "EX040"),
        (@"^\.Gripper\.(Threshold|Tie)", "EX041"),
        (@"^\.Gripper\.Controller(Open|Closed)", "EX042"),
        (@"^\.Controller( absent|\.Kind|\.Reference|\.JointOrder|\.CommandUnit|\.RobotModel)", "EX050"),
        (@"^\.Controller\.UrdfSha256", "EX051"),
        (@"^\.Controller\.LimitsSha256", "EX052"),
        (@"^\.Controller\.(CalibrationSha256|Serials)", "EX053"),
        (@"^\.Observation( absent|\.Cameras)", "EX060"),
        (@"^\.Observation\.State", "EX061"),
        (@"^\.Observation\.Prompt", "EX062"),
    ];

    public static TheoryData<string> Paths => [.. Mutations.Keys.Where(path => CodeOf(path) != NotWhatRuns)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_deployment_that_differs_in_one_field_is_refused_by_the_check_of_that_field(string path)
    {
        GateReport report = GateSpecs.Run(GateSpecs.Full, Mutations[path]);
        Assert.False(report.MayStart, path);
        Assert.Contains(CodeOf(path), report.FailedCodes());
    }

    [Fact]
    public void The_deployment_that_was_certified_starts_and_every_check_was_made()
    {
        GateReport report = GateSpecs.Run(GateSpecs.Full, GateSpecs.Full);
        Assert.True(report.MayStart, GateSpecs.Words(report));
        string[] codes = [.. Rules.Select(rule => rule.Code).Where(code => code != NotWhatRuns).Append("EX025").Distinct().Order(StringComparer.Ordinal)];
        Assert.Empty(codes.Except(report.Findings.Where(finding => finding.Status == GateStatus.Passed).Select(finding => finding.Code)));
    }

    [Fact]
    public void Every_field_has_a_rule_and_every_rule_has_fields()
    {
        Assert.All(Mutations.Keys, path => Assert.NotNull(CodeOf(path)));
        Assert.All(Rules, rule => Assert.Contains(Mutations.Keys, path => Regex.IsMatch(path, rule.Pattern)));
    }

    [Fact]
    public void The_name_and_the_siblings_say_nothing_about_what_runs()
    {
        string[] paths = [.. Mutations.Keys.Where(path => CodeOf(path) == NotWhatRuns)];
        Assert.Contains(".Name", paths);
        Assert.All(paths, path => Assert.True(GateSpecs.Run(GateSpecs.Full, Mutations[path]).MayStart, path));
    }

    [Fact]
    public void No_field_is_left_out_of_the_table() =>
        Assert.True(Mutations.Count > 300, $"{Mutations.Count} mutations");

    private static string? CodeOf(string path) => Rules.FirstOrDefault(rule => Regex.IsMatch(path, rule.Pattern)).Code;
}
