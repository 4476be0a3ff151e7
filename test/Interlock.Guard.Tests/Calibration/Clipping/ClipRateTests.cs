using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Report;

namespace Interlock.Guard.Tests.Calibration.Clipping;

/// <summary>What calibration claims about how often the guard changes a command, against guards that run on new episodes.</summary>
public class ClipRateTests
{
    private const int Steps = 120;
    private const int Channels = 3;

    public static TheoryData<CalibrationOptions> Kinds => new(
        new CalibrationOptions(),
        new CalibrationOptions { Box = BoxKind.PerJoint },
        new CalibrationOptions { Guarantee = CoverageGuarantee.Episode },
        new CalibrationOptions { VelocityExceedance = 0.06 },
        new CalibrationOptions { Space = ActionSpace.JointVelocity, RateHz = 30 },
        new CalibrationOptions { Alpha = 0.01 });

    /// <summary>
    /// Without its allowance for the unseen episode the claim is an estimate from limits that are a little tighter than the contract's. Over
    /// 50 data sets the difference of the means has a standard error of 0.0006 to 0.0021, and the bounds are six of them away.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void On_average_the_claim_without_its_allowance_is_what_new_episodes_show(CalibrationOptions options)
    {
        double claimed = 0;
        double estimated = 0;
        double achieved = 0;
        const int dataSets = 50;
        for (ulong seed = 0; seed < dataSets; seed++)
        {
            CalibrationOutcome outcome = Calibrate(seed, options);
            GuardClipRate rate = outcome.Report.ClipRate;
            claimed += rate.Claimed / dataSets;
            estimated += ((rate.Claimed * (rate.Episodes + 1)) - 1) / rate.Episodes / dataSets;
            achieved += ChangedShare(outcome.Contract, Fresh(seed)) / dataSets;
        }

        Assert.InRange(achieved, estimated - 0.016, estimated + 0.013);
        Assert.True(achieved <= claimed, $"{achieved} of the steps are changed, {claimed} was claimed");
    }

    [Fact]
    public void The_held_out_rate_is_what_a_guard_does_to_the_held_out_episodes()
    {
        Demonstrations source = Demonstrations.Autoregressive(4, 50, Steps, Channels, 0.9);
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(source, new CalibrationOptions { VelocityEpisodes = VelocityEpisodes.NotHeldOut });
        HashSet<int> heldOut = [.. outcome.Calibration.Provenance.HoldoutEpisodes];
        double achieved = ChangedShare(outcome.Contract, source.ReadEpisodes().Where(episode => heldOut.Contains(episode.Index)));
        Assert.Equal(achieved, outcome.Report.ClipRate.Holdout.Value, 1e-12);
        Assert.InRange(achieved, outcome.Report.HoldoutVelocityExceedance.Value, 0.3);
    }

    [Fact]
    public void The_claim_stands_among_the_claims_and_says_what_it_rests_on()
    {
        CalibrationReport report = Calibrate(1, new CalibrationOptions()).Report;
        ClaimReport claim = Assert.Single(report.Claims, claim => claim.Name == "guard_clip_rate");
        Assert.Equal(report.ClipRate.Claimed, claim.Claimed);
        Assert.Equal(report.ClipRate.Holdout.Value, claim.Achieved);
        Assert.Contains("each replayed through limits made without it", claim.Words, StringComparison.Ordinal);
    }

    /// <summary>The mean over episodes of the share of steps that a guard without measured states changes.</summary>
    internal static double ChangedShare(SafetyContract contract, IEnumerable<Episode> episodes)
    {
        ActionGuard guard = new(contract with { Mode = GuardMode.Clip }, new ActionGuardOptions { WithoutMonitors = true });
        double[] safe = new double[guard.ChannelCount];
        return episodes.Average(episode =>
        {
            guard.ResetLatch();
            guard.BeginEpisode();
            return Enumerable.Range(0, episode.Length).Average(t => guard.Step(episode.Action(t), safe).Verdict == Verdict.Pass ? 0.0 : 1.0);
        });
    }

    private static CalibrationOutcome Calibrate(ulong seed, CalibrationOptions options) =>
        DemonstrationCalibrator.Calibrate(Demonstrations.Autoregressive(seed, 50, Steps, Channels, 0.9), options with { Seed = seed });

    private static IEnumerable<Episode> Fresh(ulong seed)
    {
        SeededRandom random = new(seed + 1_000_000);
        return [.. Enumerable.Range(0, 20).Select(i => Demonstrations.Autoregressive(random, i, Steps, Channels, 0.9))];
    }
}
