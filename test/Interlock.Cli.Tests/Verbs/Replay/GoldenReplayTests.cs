using System.Text.Json;

namespace Interlock.Cli.Tests.Verbs.Replay;

/// <summary>Where the published guard is right, <c>replay --jsonl</c> gives the same safe actions.</summary>
public sealed class GoldenReplayTests
{
    private const double Relative = 1e-5;

    /// <summary>The published guard computes in float32: near zero a few units in the last place of the bound remain.</summary>
    private const double Float32Ulps = 4 * 1.1920929e-7;

    [SharedTheory("golden/safecontract")]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("npy")]
    public async Task Every_stream_gives_the_recorded_safe_actions_whatever_the_file_format(string format)
    {
        using TemporaryFolder folder = new();
        int compared = 0;
        foreach (GoldenStream stream in GoldenStream.All())
        {
            string contract = folder.Write($"{stream.Name}.contract.yaml", stream.Contract());
            Invocation run = await Invocation.RunAsync("replay", Write(folder, stream, format), "--contract", contract, "--jsonl");
            Assert.Equal(ExitCode.Ok, run.ExitCode);
            compared += Compare(stream, [.. run.JsonLines]);
        }

        Assert.True(compared > 2000, $"only {compared} steps were there to compare");
    }

    private static int Compare(GoldenStream stream, JsonElement[] lines)
    {
        Assert.Equal(stream.Actions.Length, lines.Length);
        for (int step = 0; step < stream.Safe.Length; step++)
        {
            double[] raw = [.. lines[step].GetProperty("raw").EnumerateArray().Select(item => item.GetDouble())];
            double[] safe = [.. lines[step].GetProperty("safe").EnumerateArray().Select(item => item.GetDouble())];
            Assert.Equal(stream.Actions[step], raw);
            for (int i = 0; i < safe.Length; i++)
            {
                double expected = stream.Safe[step][i];
                double tolerance = (Relative * Math.Abs(expected)) + (Float32Ulps * Math.Max(Math.Abs(stream.Low[i]), Math.Abs(stream.High[i])));
                Assert.True(Math.Abs(safe[i] - expected) <= tolerance, $"{stream.Name} step {step} channel {i}: {safe[i]} against {expected}");
            }

            Assert.Equal(raw.SequenceEqual(safe) ? "pass" : "clip", lines[step].GetProperty("verdict").GetString());
        }

        return stream.Safe.Length;
    }

    private static string Write(TemporaryFolder folder, GoldenStream stream, string format) => format switch
    {
        "csv" => folder.Write($"{stream.Name}.csv", stream.Csv()),
        "jsonl" => folder.Write($"{stream.Name}.jsonl", stream.Jsonl()),
        _ => folder.Write($"{stream.Name}.npy", stream.Npy()),
    };
}
