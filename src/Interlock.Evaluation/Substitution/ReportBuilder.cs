using Interlock.Core.Statistics;
using Interlock.Evaluation.Statistics;
using Interlock.Evaluation.Substitution.Report;
using Interlock.Simulation.Table;

namespace Interlock.Evaluation.Substitution;

/// <summary>Turns replays into counts with intervals.</summary>
internal static class ReportBuilder
{
    /// <summary>Raw comes first, then the identity.</summary>
    private const int RawPlace = 0;
    private const int IdentityPlace = 1;

    private static readonly double RateHz = new ArmWorldOptions().RateHz;

    public static SubstitutionReport Build(
        SubstitutionProtocol protocol,
        IReadOnlyList<ActionSubstitution> substitutions,
        IReadOnlyList<SubstitutedEpisode>[] episodes,
        IReadOnlyList<int> dropped,
        int removedSteps) => new()
        {
            Demonstrations = protocol.Demonstrations.Count,
            DroppedEpisodes = dropped,
            FilteredNoOps = protocol.FilterNoOps,
            RemovedSteps = removedSteps,
            TotalSteps = protocol.Demonstrations.Sum(item => item.Actions.Length),
            Rows = [.. substitutions.Select((item, i) => RowOf(protocol, item, episodes[i], episodes))],
        };

    private static SubstitutionRow RowOf(
        SubstitutionProtocol protocol,
        ActionSubstitution substitution,
        IReadOnlyList<SubstitutedEpisode> episodes,
        IReadOnlyList<SubstitutedEpisode>[] all)
    {
        IReadOnlyList<SubstitutedEpisode> identity = all[IdentityPlace];
        int successes = episodes.Count(item => item.Success);
        int lost = episodes.Zip(identity).Count(pair => !pair.First.Success && pair.Second.Success);
        int won = episodes.Zip(identity).Count(pair => pair.First.Success && !pair.Second.Success);
        return new SubstitutionRow
        {
            Name = substitution.Name,
            Kind = substitution.Kind,
            LoadedKey = substitution.LoadedKey,
            Successes = successes,
            Episodes = episodes.Count,
            Interval = WilsonInterval.Of(successes, episodes.Count),
            LostAgainstIdentity = lost,
            WonAgainstIdentity = won,
            PValue = McNemarExactTest.TwoSided(lost, won),
            DeviatingEpisodes = episodes.Count(item => item.FirstDeviationStep is not null),
            MedianFirstDeviationS = MedianTime(episodes.Select(item => item.FirstDeviationStep)),
            LargestChangeRad = episodes.Select(item => item.LargestChangeRad).DefaultIfEmpty(0).Max(),
            EpisodesInTrainingRange = protocol.Range is null ? null : episodes.Count(item => item.StepsOutsideRange == 0),
            StepsOutsideTrainingRange = protocol.Range is null ? null : episodes.Sum(item => item.StepsOutsideRange),
            Steps = episodes.Sum(item => item.Steps),
            Guards =
            [
                .. protocol.Guards.Select((guard, i) =>
                    ActivityOf(guard, [.. episodes.Select(item => item.Guarded[i])], [.. all[RawPlace].Select(item => item.Guarded[i])])),
            ],
        };
    }

    private static GuardActivity ActivityOf(StudyGuard guard, IReadOnlyList<GuardedReplay> replays, IReadOnlyList<GuardedReplay> raw) => new()
    {
        Guard = guard.Name,
        Signal = guard.Signal,
        Successes = replays.Count(item => item.Success),
        SilentEpisodes = replays.Zip(raw).Count(pair => pair.First.IsSilentBeside(pair.Second)),
        AlarmedEpisodes = replays.Count(item => item.Counts.Alarms > 0),
        StoppedEpisodes = replays.Count(item => item.Counts.StoppedSteps > 0),
        ChangedSteps = replays.Sum(item => item.Counts.ChangedSteps),
        HeldSteps = replays.Sum(item => item.Counts.HeldSteps),
        StoppedSteps = replays.Sum(item => item.Counts.StoppedSteps),
        Alarms = replays.Sum(item => item.Counts.Alarms),
        MedianFirstAlarmS = MedianTime(replays.Select(item => item.Counts.FirstAlarmStep)),
    };

    /// <summary>Median over the episodes in which it happened; a step ends one period after it began.</summary>
    private static double? MedianTime(IEnumerable<int?> steps)
    {
        double[] times = [.. steps.OfType<int>().Order().Select(step => (step + 1) / RateHz)];
        return times.Length == 0 ? null : Quantile.Linear(times, 0.5);
    }
}
