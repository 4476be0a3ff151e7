using Interlock.Core.Contract;
using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration;

namespace Interlock.Runtime.Campaign.World;

/// <summary>What the guard's alarms learn from the healthy policy; the limits stay those of the written contract.</summary>
internal static class CampaignCalibration
{
    /// <summary>The calibrator ranks the 40 that it needs.</summary>
    private const int Episodes = 80;

    /// <summary>As long as a run until its fault is over.</summary>
    public const int EpisodeTicks = 420;

    private const double BandAlpha = 0.025;

    /// <summary>
    /// On the learnt threshold of the band. The claim allows a false alarm in every fortieth run, and a campaign has a hundred: a wider band keeps
    /// the claim and makes alarms later, not earlier.
    /// </summary>
    private const double Widening = 1.5;

    /// <summary>A third of a second, as the alarms use at 30 Hz.</summary>
    private const int WindowTicks = 33;

    /// <summary>What the profile of chunk policies advises, standing still, which the motion never does for long, and being where it never is.</summary>
    private static readonly string[] BandMonitors = ["reversal_rate", "momentum_coherence", "spectral_energy_ratio", "stall", "out_of_distribution"];

    public static GuardCalibration Learn(ulong seed, CancellationToken cancellation)
    {
        CleanEpisodes episodes = new(Episodes, EpisodeTicks, seed, cancellation);
        GuardCalibration learnt = DemonstrationCalibrator.Calibrate(episodes, new CalibrationOptions
        {
            Name = "campaign-arm",
            Guarantee = CoverageGuarantee.Episode,
            Seed = seed,
            Space = ActionSpace.JointPosition,
            Profile = PolicyProfile.ActionChunk,
            Alarms = new AlarmOptions
            {
                BandMonitors = BandMonitors,
                EpisodeAlpha = BandAlpha,
                WindowSteps = WindowTicks,
            },
        }).Calibration;
        return learnt with
        {
            Alarms = learnt.Alarms with { BandRules = [.. learnt.Alarms.BandRules.Select(rule => rule with { Threshold = Widening * rule.Threshold })] },
        };
    }
}
