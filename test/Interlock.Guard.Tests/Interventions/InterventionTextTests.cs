using System.Reflection;
using System.Text;
using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.Guard.Channels;
using Interlock.Guard.Interventions;

namespace Interlock.Guard.Tests.Interventions;

public sealed class InterventionTextTests
{
    private static readonly InterventionText Text = new(new ChannelLayout(new SafetyContract
    {
        Name = "test",
        RateHz = 10,
        Space = ActionSpace.JointVelocity,
        Channels =
        [
            new ChannelContract { Name = "elbow.vel", Unit = ChannelUnit.Degree },
            new ChannelContract { Name = "gripper", Unit = ChannelUnit.Percent, Role = ChannelRole.Gripper },
            new ChannelContract { Name = "axis" },
        ],
    }));

    private static readonly string[] OfOneChannel =
    [
        GuardCodes.NonFinite, GuardCodes.Bound, GuardCodes.Velocity, GuardCodes.Acceleration, GuardCodes.Jerk, GuardCodes.StoppingDistance,
        GuardCodes.SoftLimit, GuardCodes.VectorSpeed, GuardCodes.Workspace, GuardCodes.PathSlowed, GuardCodes.NoFeasibleCommand,
    ];

    [Fact]
    public void Every_code_reads_as_a_sentence()
    {
        StringBuilder text = new();
        foreach (string code in Codes().Order(StringComparer.Ordinal))
        {
            text.AppendLine(Text.Describe(OfOneChannel.Contains(code)
                ? new Intervention(code, 0, 131.25, 120, 120, "deg/s", 7)
                : new Intervention(code, -1, double.NaN, double.NaN, double.NaN, string.Empty, 7)));
        }

        text.AppendLine(Text.Describe(new Intervention(GuardCodes.Force, -1, -24.1, double.NaN, 20, "N", 7)));
        text.AppendLine(Text.Describe(new Intervention(GuardCodes.NonFinite, 1, double.NaN, 40, double.NaN, string.Empty, 7)));
        text.AppendLine(Text.Describe(new Intervention(GuardCodes.NonFinite, 1, double.NegativeInfinity, double.NaN, double.NaN, string.Empty, 7)));
        text.AppendLine(Text.Describe(new Intervention(GuardCodes.Bound, 2, 1e308, 1, 1, string.Empty, 7)));
        text.AppendLine(Text.Describe(new Intervention(GuardCodes.Velocity, 2, 0.00002, 0.00001, 0.00001, "/step", 7)));
        TestSupport.Approved.Matches("intervention-text", text.ToString());
    }

    [Fact]
    public void Every_code_has_a_page()
    {
        Assert.All(Codes(), code =>
        {
            string page = Path.Combine(TestSupport.SharedFiles.RepositoryRoot, "docs", "codes", $"{code}.md");
            Assert.StartsWith($"# {code} · ", File.ReadAllText(page), StringComparison.Ordinal);
        });
    }

    private static IEnumerable<string> Codes() =>
        typeof(GuardCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!);
}
