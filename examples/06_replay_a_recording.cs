#:project ../src/Interlock.Evaluation/Interlock.Evaluation.csproj

// What a contract would have done to a recording (csv here; LeRobot folders, npy, jsonl and TFRecord open the same way).
using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;
using Interlock.Evaluation.Replay;
using Interlock.Guard;

string path = Path.Combine(Path.GetTempPath(), "interlock-example-06.csv");
File.WriteAllLines(path, ["x,y", .. Enumerable.Range(0, 40).Select(step => $"{Math.Sin(step * 0.3):0.000},{(step == 20 ? 5 : 0.1 * step):0.0}")]);

SafetyContract contract = new()
{
    Name = "plane",
    Channels = [new ChannelContract { Name = "x", Min = -1, Max = 1 }, new ChannelContract { Name = "y", Max = 3, MaxStep = 0.2 }],
};
IEpisodeSource recording = EpisodeSources.Open(path);
EpisodeReplay replay = new(new ActionGuard(contract), ChannelMapping.Between(contract, recording.Description));
foreach (Episode episode in recording.ReadEpisodes())
{
    EpisodeTotals totals = replay.Run(episode, (in ReplayStep step) =>
    {
        if (step.Result.Verdict != Verdict.Pass)
        {
            Console.WriteLine($"step {step.Step}: {step.Guard.Explain(step.Guard.LastInterventions[0])}");
        }
    });
    Console.WriteLine($"{totals.Summary.Clipped} of {totals.Summary.Steps} steps changed");
}

File.Delete(path);
