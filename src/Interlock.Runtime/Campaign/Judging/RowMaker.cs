using Interlock.Core.Text;
using Interlock.Runtime.Campaign.Faults;
using Interlock.Runtime.Campaign.Report;
using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Campaign.Judging;

/// <summary>The worst of several runs, held against what was expected.</summary>
internal static class RowMaker
{
    private const double MsPerS = 1000;

    public static FaultRow Of(FaultStory story, IReadOnlyList<TrialFinding> trials) => new()
    {
        Fault = story.Name,
        Story = story.Sentence,
        Detectable = story.Detectable,
        Reaction = trials.Min(trial => trial.Reaction),
        Periods = story.Least == CampaignReaction.None || trials.Any(trial => Periods(trial) is null) ? null : trials.Max(Periods),
        DetectableAfterMs = trials.Max(trial => trial.VisibleAfter) * MsPerS / CampaignContract.ControlHz,
        Codes = [.. story.Codes.Union(trials[0].Codes).Where(code => trials.All(trial => trial.Codes.Contains(code)))],
        Ending = trials.Max(trial => trial.Ending),
        Commands = trials.Sum(trial => trial.Commands),
        LargestViolation = trials.Max(trial => trial.LargestViolation),
        Shortfalls = [.. trials.SelectMany((trial, run) => Shortfalls(story, trial).Select(text => $"run {run + 1}: {text}"))],
    };

    private static int? Periods(TrialFinding trial) => trial.ReactedAfter - trial.VisibleAfter;

    private static IEnumerable<string> Shortfalls(FaultStory story, TrialFinding trial)
    {
        bool isFaulty = story.Least != CampaignReaction.None;
        if (isFaulty && trial.VisibleAfter is null)
        {
            yield return "the fault never became detectable";
        }

        if (trial.ReactedAfter < (trial.VisibleAfter ?? int.MaxValue))
        {
            yield return $"{Words(trial.Strongest)} before there was a reason ({string.Join(", ", trial.Codes)})";
        }

        if (trial.Reaction < story.Least)
        {
            yield return $"{Words(trial.Reaction)} within {FaultCampaign.ReactionBarPeriods} periods, {Words(story.Least)} was expected";
        }

        if (trial.Strongest > story.Most)
        {
            yield return $"{Words(trial.Strongest)}, no more than {Words(story.Most)} was expected";
        }

        foreach (string code in story.Codes.Where(code => !trial.Codes.Contains(code)))
        {
            yield return $"{code} did not come";
        }

        if (trial.Ending != story.Ending && !story.OrEnding.Contains(trial.Ending))
        {
            yield return $"ended as {Words(trial.Ending)} ({string.Join(", ", trial.Codes.Concat(trial.LaterCodes))}), {Words(story.Ending)} was expected";
        }

        if (trial.LargestViolation > 0)
        {
            yield return $"a command broke the contract by {trial.LargestViolation:P3} of a limit";
        }
    }

    private static string Words<T>(T value)
        where T : struct, Enum => EnumWord.Of(value).Replace('_', ' ');
}
