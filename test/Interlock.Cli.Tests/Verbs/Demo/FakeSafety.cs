using Interlock.Cli.Verbs.Demo;
using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Core.Statistics;
using Interlock.Guard.Calibration.Report;
using Interlock.Simulation.Episodes;

namespace Interlock.Cli.Tests.Verbs.Demo;

/// <summary>A calibration that learns the range of each channel, and a guard that replaces NaN and clips.</summary>
internal static class FakeSafety
{
    public static DemoSafety Calibrate(IEpisodeSource source)
    {
        SafetyContract contract = new()
        {
            Name = "fake",
            Channels = [.. source.Description.ActionChannels.Select(name => new ChannelContract { Name = name, Min = -1, Max = 2 })],
        };
        return new DemoSafety
        {
            Contract = contract,
            NewGuard = () => new Guard(),
            Claims = [new ClaimReport("nothing", "Nothing is claimed", null, 0.5, new Interval(0, 1), "fraction of episodes")],
            WriteContract = output => output.Write("contract"),
            WriteCalibration = output => output.Write("{}"),
        };
    }

    private sealed class Guard : IDemoGuard
    {
        private readonly List<DemoAlarm> _alarms = [];
        private double[] _last = [];

        public void Begin(ReadOnlySpan<double> measured) => _last = measured.ToArray();

        public void ObserveChunk(ReadOnlySpan<double> actions, int horizon)
        {
        }

        public void Filter(in ProposedAction proposed, Span<double> executed)
        {
            for (int channel = 0; channel < executed.Length; channel++)
            {
                executed[channel] = double.IsNaN(proposed.Raw[channel]) ? _last[channel] : Math.Clamp(proposed.Raw[channel], -1, 2);
            }

            if (!executed.SequenceEqual(proposed.Raw))
            {
                _alarms.Add(new DemoAlarm(proposed.Step, "XX001", "changed"));
            }

            executed.CopyTo(_last);
        }

        public DemoReaction ReactionFrom(int step) => new()
        {
            FirstAlarm = _alarms.Find(alarm => alarm.Step >= step),
            FalseAlarms = _alarms.Count(alarm => alarm.Step < step),
            Verdict = "clip",
            ChangedSteps = _alarms.Count,
        };
    }
}
