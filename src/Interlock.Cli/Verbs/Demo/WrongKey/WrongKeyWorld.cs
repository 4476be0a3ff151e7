using Interlock.Cli.Verbs.Simulated;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Displacements;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.Faults;
using Interlock.Simulation.Table;

namespace Interlock.Cli.Verbs.Demo.WrongKey;

/// <summary>A displacement policy of the simulated arm whose output is decoded with statistics of choice.</summary>
internal sealed class WrongKeyWorld
{
    private readonly DisplacementSet _certifiedSet;
    private readonly ulong _seed;

    public WrongKeyWorld(ulong seed, int demonstrations, CancellationToken cancellation)
    {
        _seed = seed;
        DisplacementSet[] sets =
            [.. TableTask.All.Select(task => DisplacementSet.Record(task, demonstrations, seed, cancellation: cancellation))];
        _certifiedSet = sets[0];
        Certified = TableSpec.Of([.. sets.Select(set => set.Statistics)]);
    }

    /// <summary>What the policy was trained with, and the other keys of the same file.</summary>
    public ExecutableSpec Certified { get; }

    /// <summary>What is loaded by mistake.</summary>
    public Normaliser Loaded => Certified.Siblings[0];

    public WrongKeyRuns Run()
    {
        LearntGuard learnt = LearntGuard.From(_certifiedSet.Targets, _seed);
        ArmGuard guard = new(learnt.New());
        EpisodeOutcome right = RunWith(Certified.Unnormaliser, null);
        EpisodeOutcome without = RunWith(Loaded, null);
        EpisodeOutcome with = RunWith(Loaded, guard);
        return new WrongKeyRuns
        {
            Right = ArmRun.Of(right, learnt.Contract),
            Without = ArmRun.Of(without, learnt.Contract),
            With = ArmRun.Of(with, learnt.Contract),
            DriftWithoutM = LargestDistance(without, right),
            DriftWithM = LargestDistance(with, right),
            Reaction = guard.ReactionFrom(0),
            RateHz = new ArmWorldOptions().RateHz,
        };
    }

    private EpisodeOutcome RunWith(Normaliser loaded, IActionFilter? filter)
    {
        int channels = TableArm.Description.ChannelCount;
        ActionTransform decode = new CertifiedEncoder(Certified.Unnormaliser, channels).DecodedBy(AffineMap.Inverse(loaded, channels));
        return PickAndPlaceEpisode.Run(new SeededRandom(_seed).NextBits(), fault: new WrongStatisticsFault(0, decode), filter: filter);
    }

    private static double LargestDistance(EpisodeOutcome run, EpisodeOutcome right)
    {
        KinematicChain here = new(TableArm.Description);
        KinematicChain there = new(TableArm.Description);
        double largest = 0;
        for (int step = 0; step < Math.Min(run.Episode.Length, right.Episode.Length); step++)
        {
            here.MoveTo(run.Episode.State(step));
            there.MoveTo(right.Episode.State(step));
            largest = Math.Max(largest, (here.Tool.Position - there.Tool.Position).Length);
        }

        return largest;
    }
}
