using Interlock.Core.Contract;
using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration;

namespace Interlock.Runtime.Campaign.World;

/// <summary>What the guard's alarms learn from the healthy policy; the limits stay those of the written contract.</summary>
internal static class CampaignCalibration
{
    /// <summary>Enough for the band's chance of a false alarm below to be promised with margin.</summary>
    public const int Episodes = 240;

    /// <summary>As long as a run until its fault is over.</summary>
    public const int EpisodeTicks = 420;

    private const double BandAlpha = 0.01;
    private const double FalseAlarmsPerHour = 1;

    /// <summary>A third of a second, as the alarms use at 30 Hz.</summary>
    private const int WindowTicks = 33;

    /// <summary>What the profile of chunk policies advises, and standing still, which the motion never does for long; as the demo's guard.</summary>
    private static readonly string[] BandMonitors = ["reversal_rate", "momentum_coherence", "spectral_energy_ratio", "stall"];

    public static GuardCalibration Learn(ulong seed, CancellationToken cancellation)
    {
        CleanEpisodes episodes = new(Episodes, EpisodeTicks, seed, cancellation);
        return DemonstrationCalibrator.Calibrate(episodes, new CalibrationOptions
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
                FalseAlarmsPerHour = FalseAlarmsPerHour,
                WindowSteps = WindowTicks,
            },
        }).Calibration;
    }
}
