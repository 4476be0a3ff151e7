using Interlock.Evaluation.Substitution.Report;
using Interlock.Simulation.Displacements;
using Interlock.Simulation.Episodes;

namespace Interlock.Evaluation.Substitution;

/// <summary>
/// The replay study: recorded demonstrations run open loop in the simulated world, raw, then decoded with the certified statistics,
/// then with others. An episode whose raw replay fails says nothing about decoding and is dropped. Needs no weights. What it finds
/// holds for open-loop replay of these demonstrations in this simulator; a policy that sees and corrects may fail less.
/// </summary>
public static class SubstitutionStudy
{
    /// <summary>Runs the study. The result follows from the protocol alone.</summary>
    /// <param name="protocol">What is replayed, and how.</param>
    /// <param name="finished">Called after each demonstration with the number of those done; null for nobody.</param>
    /// <param name="cancellation">Ends the study early.</param>
    /// <exception cref="ArgumentException">There is no demonstration, the identity does not come first, or two names are equal.</exception>
    public static SubstitutionReport Run(
        SubstitutionProtocol protocol, Action<int>? finished = null, CancellationToken cancellation = default)
    {
        protocol.Validate();
        IReadOnlyList<ActionSubstitution> substitutions = [ActionSubstitution.Raw, .. protocol.Substitutions];
        List<SubstitutedEpisode>[] episodes = [.. substitutions.Select(_ => new List<SubstitutedEpisode>())];
        List<int> dropped = [];
        int removed = 0;
        for (int index = 0; index < protocol.Demonstrations.Count; index++)
        {
            DisplacementDemonstration demonstration = protocol.Demonstrations[index];
            int[] steps = StepsOf(demonstration, protocol.FilterNoOps);
            removed += demonstration.Actions.Length - steps.Length;
            ReplayRun raw = DisplacementReplay.Run(demonstration, steps: steps);
            if (!raw.Success)
            {
                dropped.Add(demonstration.Actions.Index);
            }

            for (int i = 0; raw.Success && i < substitutions.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                episodes[i].Add(Replay(protocol, demonstration, steps, substitutions[i], raw));
            }

            finished?.Invoke(index + 1);
        }

        return ReportBuilder.Build(protocol, substitutions, episodes, dropped, removed);
    }

    private static int[] StepsOf(DisplacementDemonstration demonstration, bool withoutNoOps) =>
        withoutNoOps ? NoOpFilter.StepsKept(demonstration) : [.. Enumerable.Range(0, demonstration.Actions.Length)];

    private static SubstitutedEpisode Replay(
        SubstitutionProtocol protocol, DisplacementDemonstration demonstration, int[] steps, ActionSubstitution substitution, ReplayRun raw)
    {
        ReplayRun run = DisplacementReplay.Run(demonstration, substitution.Apply, steps);
        return new SubstitutedEpisode
        {
            Success = run.Success,
            Steps = steps.Length,
            FirstDeviationStep = FirstDeviation.StepOf(run, raw),
            LargestChangeRad = LargestChange(run, raw, demonstration.Actions.ActionDimension),
            StepsOutsideRange = protocol.Range?.CountOutside(run.Decoded) ?? 0,
            Guarded = [.. protocol.Guards.Select(guard => Guarded(guard, demonstration, steps, substitution))],
        };
    }

    private static GuardedReplay Guarded(StudyGuard guard, DisplacementDemonstration demonstration, int[] steps, ActionSubstitution substitution)
    {
        CountingGuard counting = new(guard.NewGuard());
        ReplayFilters filters = guard.Signal == GuardedSignal.Displacements
            ? new ReplayFilters(OnAction: counting)
            : new ReplayFilters(OnTarget: counting);
        return new GuardedReplay(DisplacementReplay.Run(demonstration, substitution.Apply, steps, filters).Success, counting);
    }

    private static double LargestChange(ReplayRun run, ReplayRun raw, int channels)
    {
        double largest = 0;
        for (int i = 0; i < run.Decoded.Length; i++)
        {
            bool isGripper = i % channels == channels - 1;
            largest = isGripper ? largest : Math.Max(largest, Math.Abs(run.Decoded[i] - raw.Decoded[i]));
        }

        return largest;
    }
}
