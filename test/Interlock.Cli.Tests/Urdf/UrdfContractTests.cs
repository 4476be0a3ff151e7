using System.Text;
using Interlock.Cli.Urdf;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Rules;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Core.Units;

namespace Interlock.Cli.Tests.Urdf;

public sealed class UrdfContractTests : IDisposable
{
    private const int Mutations = 3_000;

    private const string Robot = """
        <?xml version="1.0"?>
        <robot name="arm">
          <link name="base"><visual><geometry><box size="1 1 1"/></geometry></visual></link>
          <joint name="pan" type="revolute">
            <parent link="base"/>
            <limit lower="-1.9" upper="1.9" effort="10" velocity="3"/>
            <safety_controller soft_lower_limit="-1.8" soft_upper_limit="1.8" k_velocity="1"/>
          </joint>
          <joint name="roll" type="continuous"><limit effort="5" velocity="2"/></joint>
          <joint name="slide" type="prismatic"><limit lower="0" upper="0.4" effort="10" velocity="0.5"/></joint>
          <joint name="finger_left" type="prismatic"><limit lower="0" upper="0.04" effort="10" velocity="0.1"/></joint>
          <joint name="finger_right" type="prismatic"><limit lower="0" upper="0.04" effort="1" velocity="1"/><mimic joint="finger_left"/></joint>
          <joint name="tool" type="fixed"/>
          <transmission name="t"><joint name="pan"><hardwareInterface/></joint></transmission>
        </robot>
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Joints_become_channels_with_the_limits_that_the_file_states()
    {
        SafetyContract contract = Build(Robot, out _);
        Assert.Equal(["pan", "roll", "slide", "finger_left"], contract.Channels.Select(channel => channel.Name));
        Assert.Equal(
            new ChannelContract { Name = "pan", Unit = ChannelUnit.Radian, Min = -1.9, Max = 1.9, SoftMin = -1.8, SoftMax = 1.8, MaxVelocity = 3 },
            contract.Channels[0]);
        Assert.Equal(new ChannelContract { Name = "roll", Unit = ChannelUnit.Radian, Continuous = true, MaxVelocity = 2 }, contract.Channels[1]);
        Assert.Equal((ChannelUnit.Metre, ChannelRole.Gripper), (contract.Channels[3].Unit, contract.Channels[3].Role));
        Assert.Equal(("arm", ActionSpace.JointPosition, 30.0), (contract.Name, contract.Space, contract.RateHz));
    }

    [Fact]
    public void Joints_that_do_not_move_on_their_own_are_left_out_and_said()
    {
        Build(Robot, out DiagnosticCollector findings);
        Assert.Equal(
            ["CT072 joint 'finger_right' is left out: it follows 'finger_left'", "CT072 joint 'tool' is left out: its type is 'fixed'"],
            findings.Items.Select(item => $"{item.Code} {item.Message}"));
        Assert.Equal(12, findings.Items[0].Place!.Line);
    }

    [Theory]
    [InlineData("lower=\"-1.9\"", "lower=\"2.5\"", "allows no motion")]
    [InlineData("lower=\"-1.9\" upper=\"1.9\"", "", "no lower and upper limit")]
    [InlineData("lower=\"-1.9\"", "lower=\"-1,9\"", "not a finite number")]
    [InlineData("lower=\"-1.9\"", "lower=\"NaN\"", "not a finite number")]
    [InlineData("velocity=\"3\"", "velocity=\"0\"", "allows no motion")]
    [InlineData("velocity=\"3\"", "velocity=\"1e999\"", "not a finite number")]
    [InlineData("velocity=\"3\"", "", "no velocity limit")]
    [InlineData("soft_upper_limit=\"1.8\"", "soft_upper_limit=\"2.8\"", "outside the hard ones")]
    public void A_limit_that_means_nothing_is_left_out_with_a_warning(string piece, string replacement, string message)
    {
        SafetyContract contract = Build(Robot.Replace(piece, replacement, StringComparison.Ordinal), out DiagnosticCollector findings);
        Assert.Contains(findings.Items, item => item.Code == "CT073" && item.Message.Contains(message, StringComparison.Ordinal));
        ContractRules.Check(contract, findings);
        Assert.False(findings.HasErrors);
    }

    [Theory]
    [InlineData("<!DOCTYPE robot [<!ENTITY a \"b\">]><robot name=\"&a;\"/>")]
    [InlineData("<robot xmlns:xacro=\"x\"><xacro:macro name=\"m\"/></robot>")]
    [InlineData("<sdf version=\"1.9\"/>")]
    [InlineData("<robot><joint name=\"a\"")]
    [InlineData("")]
    [InlineData("no xml")]
    public void What_is_not_plain_urdf_is_refused(string text) =>
        Assert.Equal("CT070", Assert.Throws<DiagnosticException>(() => Build(text, out _)).Diagnostics[0].Code);

    [Fact]
    public void A_robot_without_moving_joints_is_refused() =>
        Assert.Equal("CT071", Assert.Throws<DiagnosticException>(() => Build("<robot name='a'><link name='b'/></robot>", out _)).Diagnostics[^1].Code);

    [Fact]
    public void Deep_nesting_is_read_in_bounded_memory()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 50_000));
        Assert.Throws<DiagnosticException>(() => Build($"<robot>{deep}</robot>", out _));
    }

    [Fact]
    public void Whatever_the_file_there_is_a_contract_or_a_finding()
    {
        SeededRandom random = new(7);
        for (int i = 0; i < Mutations; i++)
        {
            StringBuilder mutant = new(Robot);
            for (int edit = random.NextInt(3); edit >= 0; edit--)
            {
                int at = random.NextInt(mutant.Length - 30);
                _ = random.NextInt(3) switch
                {
                    0 => mutant.Remove(at, random.NextInt(30)),
                    1 => mutant.Insert(at, (char)random.NextInt(128)),
                    _ => mutant.Insert(at, mutant.ToString(at, random.NextInt(30))),
                };
            }

            AssertContractOrFinding(mutant.ToString());
        }
    }

    public void Dispose() => _folder.Dispose();

    private void AssertContractOrFinding(string text)
    {
        try
        {
            ContractRules.Check(Build(text, out DiagnosticCollector findings), findings);
        }
        catch (DiagnosticException exception)
        {
            Assert.NotEmpty(exception.Diagnostics);
        }
    }

    private SafetyContract Build(string text, out DiagnosticCollector findings)
    {
        findings = new DiagnosticCollector();
        return new UrdfContract(_folder.Write("robot.urdf", text), 30, findings).Build(null).Contract;
    }
}
