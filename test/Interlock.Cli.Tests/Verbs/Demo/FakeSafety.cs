using Interlock.Cli.Verbs.Demo;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Episodes;
using Interlock.Core.Statistics;
using Interlock.Core.Units;
using Interlock.Guard.Calibration.Report;

namespace Interlock.Cli.Tests.Verbs.Demo;

/// <summary>A calibration that learns nothing: a contract of ranges and steps, and no alarms.</summary>
internal static class FakeSafety
{
    public static DemoSafety Calibrate(IEpisodeSource source)
    {
        SafetyContract contract = new()
        {
            Name = "fake",
            RateHz = 30,
            Space = ActionSpace.JointPosition,
            Channels =
            [
                .. source.Description.ActionChannels.Select(name => new ChannelContract
                {
                    Name = name,
                    Unit = name == "gripper" ? ChannelUnit.Metre : ChannelUnit.Radian,
                    Min = -1,
                    Max = 2,
                    MaxStep = 0.05,
                }),
            ],
        };
        return new DemoSafety
        {
            Contract = contract,
            Claims = [new ClaimReport("nothing", "Nothing is claimed", null, 0.5, new Interval(0, 1), "fraction of episodes")],
            WriteContract = output => output.Write(ContractWriter.Write(contract)),
            WriteCalibration = output => output.Write("{}"),
        };
    }
}
