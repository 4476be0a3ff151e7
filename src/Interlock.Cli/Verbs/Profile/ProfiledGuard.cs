using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Guard;
using Interlock.Guard.Calibration;

namespace Interlock.Cli.Verbs.Profile;

/// <summary>A guard with everything on: every monitor with its model, on raw and executed actions, and every alarm.</summary>
internal static class ProfiledGuard
{
    private const int Episodes = 60;
    private const int StepsPerEpisode = 120;
    private const ulong Seed = 20260102;

    /// <param name="channels">Channels.</param>
    /// <param name="rateHz">Steps per second of the guard; the calibration is of other data then, and only its cost means something.</param>
    public static ActionGuard Full(int channels, double? rateHz = null)
    {
        SafetyContract contract = GuardCostMeasurement.Contract(channels);
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(
            new Demonstrations(contract), new CalibrationOptions { Name = contract.Name, Seed = Seed });
        return new ActionGuard(contract with { RateHz = rateHz ?? contract.RateHz }, new ActionGuardOptions { Calibration = outcome.Calibration });
    }

    private sealed class Demonstrations(SafetyContract contract) : IEpisodeSource
    {
        public EpisodeSourceDescription Description { get; } = new()
        {
            Location = "profile",
            Format = "generated",
            RateHz = contract.RateHz,
            ActionChannels = [.. contract.Channels.Select(channel => channel.Name)],
            ActionUnits = [.. contract.Channels.Select(channel => channel.Unit)],
        };

        public IEnumerable<Episode> ReadEpisodes() => Enumerable.Range(0, Episodes).Select(One);

        private Episode One(int index)
        {
            SeededRandom random = new(Seed + (ulong)index);
            int width = contract.Channels.Count;
            double[] actions = new double[StepsPerEpisode * width];
            double phase = random.NextDouble(0, 2 * Math.PI);
            for (int i = 0; i < actions.Length; i++)
            {
                actions[i] = (1.9 * Math.Sin(phase + (0.03 * (i / width)) + (i % width))) + (0.01 * random.NextNormal());
            }

            return new Episode { Index = index, Length = StepsPerEpisode, Actions = actions, ActionDimension = width };
        }
    }
}
