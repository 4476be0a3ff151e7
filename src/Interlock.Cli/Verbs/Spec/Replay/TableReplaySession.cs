using Interlock.Cli.Verbs.Simulated;
using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Evaluation.Substitution;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Specification;
using Interlock.Simulation.Displacements;
using Interlock.Simulation.Table;

namespace Interlock.Cli.Verbs.Spec.Replay;

/// <summary>Records demonstrations of every task, learns statistics and guards from them, and replays the certified task's.</summary>
internal sealed class TableReplaySession(TableReplayOptions options, Action<int>? finished, CancellationToken cancellation)
{
    /// <summary>Fewest demonstrations behind the statistics of a key and behind the guards.</summary>
    private const int FewestDemonstrations = 50;

    public TableReplayResult Run()
    {
        DisplacementSet[] sets = RecordAll();
        DisplacementSet certified = sets[0];
        ExecutableSpec spec = TableSpec.Of([.. sets.Select(set => set.Statistics)]);
        SubstitutionCatalogue catalogue = new(spec.Unnormaliser);
        SubstitutionProtocol whole = new()
        {
            Demonstrations = [.. certified.Demonstrations.Take(options.Episodes)],
            Substitutions = [.. catalogue.All(spec.Siblings)],
            Guards = StudyGuards(certified),
            Range = new TrainingRange(certified.Statistics.Min, certified.Statistics.Max),
        };
        SubstitutionProtocol withoutNoOps = whole with { Substitutions = [.. catalogue.Main(spec.Siblings)], Guards = [], FilterNoOps = true };
        return new TableReplayResult
        {
            Options = options,
            Keys = [.. sets.Select(set => set.Statistics)],
            Spec = spec,
            Drifts = [.. spec.Siblings.Select(sibling => SpecDrift.Between(spec, sibling))],
            Whole = SubstitutionStudy.Run(whole, finished, cancellation),
            WithoutNoOps = SubstitutionStudy.Run(withoutNoOps, null, cancellation),
        };
    }

    /// <summary>Each task has its own seed, so that the choice of the certified one changes no demonstration.</summary>
    private DisplacementSet[] RecordAll()
    {
        SeededRandom seeds = new(options.Seed);
        int count = Math.Max(FewestDemonstrations, options.Episodes);
        DisplacementSet[] sets =
        [
            .. TableTask.All.Select(task =>
                DisplacementSet.Record(task, count, seeds.NextBits(), options.FullDeflectionRad, cancellation)),
        ];
        return [.. sets.OrderByDescending(set => set.Task.Name == options.Key)];
    }

    private StudyGuard[] StudyGuards(DisplacementSet certified)
    {
        LearntGuard onDisplacements = LearntGuard.From(certified.Actions, options.Seed, ActionReference.DeltaStep);
        LearntGuard onTargets = LearntGuard.From(certified.Targets, options.Seed, ActionReference.Absolute);
        return
        [
            new StudyGuard("displacements", GuardedSignal.Displacements, onDisplacements.New),
            new StudyGuard("targets", GuardedSignal.Targets, onTargets.New),
        ];
    }
}
