using System.Globalization;
using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Guard.Calibration;

namespace Interlock.Bench.Coverage;

/// <summary>What a claim of 95 % is worth on unseen, autocorrelated episodes, by number of demonstrations and kind of guarantee.</summary>
internal static class CoverageBench
{
    private const int Resamples = 200;
    private const int FreshEpisodes = 10;
    private const int Steps = 150;
    private const int Channels = 7;
    private const double Correlation = 0.98;

    private static readonly int[] EpisodeCounts = [10, 40, 60, 100, 200];

    public static void Run(TextWriter output)
    {
        output.WriteLine("guarantee  episodes  promised  steps inside  episodes inside");
        foreach (CoverageGuarantee guarantee in new[] { CoverageGuarantee.Step, CoverageGuarantee.Episode })
        {
            foreach (int episodes in EpisodeCounts)
            {
                output.WriteLine(Line(guarantee, episodes));
            }
        }
    }

    private static string Line(CoverageGuarantee guarantee, int episodes)
    {
        bool promised = true;
        double steps = 0;
        double whole = 0;
        for (ulong resample = 0; resample < Resamples; resample++)
        {
            CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(
                AutoregressiveEpisodes.Of(resample, episodes, Correlation, Steps, Channels), new CalibrationOptions { Guarantee = guarantee, Seed = resample });
            promised &= outcome.Report.Coverage.Guaranteed;
            SeededRandom fresh = new(resample + 1_000_000);
            for (int i = 0; i < FreshEpisodes; i++)
            {
                double inside = ShareInside(outcome.Contract, AutoregressiveEpisodes.Next(fresh, i, Correlation, Steps, Channels));
                steps += inside;
                whole += inside == 1 ? 1 : 0;
            }
        }

        const double drawn = Resamples * FreshEpisodes;
        string word = guarantee == CoverageGuarantee.Step ? "step" : "episode";
        return string.Create(CultureInfo.InvariantCulture, $"{word,-9} {episodes,9} {(promised ? "yes" : "no"),9} {steps / drawn,13:P1} {whole / drawn,16:P1}");
    }

    private static double ShareInside(SafetyContract contract, Episode episode)
    {
        int inside = 0;
        for (int t = 0; t < episode.Length; t++)
        {
            bool all = true;
            for (int j = 0; j < episode.ActionDimension; j++)
            {
                all &= episode.Action(t)[j] >= contract.Channels[j].Min && episode.Action(t)[j] <= contract.Channels[j].Max;
            }

            inside += all ? 1 : 0;
        }

        return (double)inside / episode.Length;
    }
}
