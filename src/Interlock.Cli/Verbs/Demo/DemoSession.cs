using Interlock.Cli.Output;
using Interlock.Core.Episodes;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.Recordings;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>One run of the demo: demonstrate, calibrate, break, guard, write.</summary>
internal sealed class DemoSession(VerbHost host, DemoOptions options, DemoFolder folder, Func<IEpisodeSource, DemoSafety> calibrate)
{
    private readonly DemonstrationGenerator _demonstrations = new(options.Demonstrations, options.Seed);

    public DemoResult Run(CancellationToken cancellation)
    {
        double rateHz = _demonstrations.Description.RateHz!.Value;
        folder.Begin();
        Say($"1/4 {options.Demonstrations} demonstrations of a pick-and-place, {rateHz:0} Hz, seed {options.Seed}");
        (int steps, int successes) = WriteDemonstrations(cancellation);
        Say("2/4 calibrating on them");
        DemoSafety safety = calibrate(_demonstrations);
        WriteDeployment(safety);
        cancellation.ThrowIfCancellationRequested();
        Say("3/4 injecting faults, without and with the guard");
        List<FaultTrial> trials = [];
        foreach (FaultTrial trial in new DemoTrials(safety.Contract, folder.Staged(DemoFiles.RunFile), rateHz).Run(options.Seed, options.Fault, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            trials.Add(trial);
        }

        DemoResult result = new()
        {
            Options = options,
            RateHz = rateHz,
            Demonstrations = options.Demonstrations,
            DemonstrationSteps = steps,
            SuccessfulDemonstrations = successes,
            Claims = safety.Claims,
            Trials = trials,
        };
        Say("4/4 writing files");
        WriteRest(result, cancellation);
        return result;
    }

    private (int Steps, int Successes) WriteDemonstrations(CancellationToken cancellation)
    {
        int steps = 0;
        int successes = 0;
        WriteEpisodes(DemoFiles.Demonstrations, _demonstrations.ReadEpisodes().Select(episode =>
        {
            steps += episode.Length;
            successes += episode.Success == true ? 1 : 0;
            return episode;
        }), cancellation);
        return (steps, successes);
    }

    private void WriteDeployment(DemoSafety safety)
    {
        folder.Write(DemoFiles.Contract, safety.WriteContract);
        folder.Write(DemoFiles.Calibration, safety.WriteCalibration);
        folder.Write(DemoFiles.RunFile, output => output.Write(DemoRunFile.Text(DemoTrials.EpisodeSeed(options.Seed))));
    }

    private void WriteRest(DemoResult result, CancellationToken cancellation)
    {
        WriteEpisodes(DemoFiles.WithoutGuard, result.Trials.Select(trial => trial.Unguarded), cancellation);
        WriteEpisodes(DemoFiles.Labelled, LabelledEpisodes.Generate(options.Seed), cancellation);
        folder.Write(DemoFiles.Summary, output => JsonDocumentWriter.Write(output, writer => DemoJson.Write(writer, result)));
        cancellation.ThrowIfCancellationRequested();
        folder.Commit();
    }

    private void WriteEpisodes(string name, IEnumerable<Episode> episodes, CancellationToken cancellation) => folder.Write(name, output =>
    {
        CsvEpisodeWriter writer = new(output, _demonstrations.Description);
        foreach (Episode episode in episodes)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Write(episode);
        }
    });

    private void Say(string line) => host.Error.WriteLine(line);
}
