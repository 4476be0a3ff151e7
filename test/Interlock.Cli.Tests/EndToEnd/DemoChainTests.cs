using System.Text.Json;

namespace Interlock.Cli.Tests.EndToEnd;

public sealed class DemoChainTests
{
    [Fact]
    public async Task The_commands_that_the_demo_suggests_lead_from_its_files_to_a_study()
    {
        using TemporaryFolder folder = new();
        string At(string name) => folder.PathOf($"demo/{name}");
        await Succeed("demo", "--out", folder.PathOf("demo"), "--demonstrations", "30");
        string recorded = (await Succeed("replay", At("nan.mcap"))).Output;
        JsonElement info = (await Succeed("info", At("demonstrations.csv"), "--json")).Json;
        await Succeed("calibrate", At("demonstrations.csv"), "--rate-hz", "30", "--output", At("again"));
        JsonElement replay = (await Succeed("replay", At("faults-without-guard.csv"), "--contract", At("again.contract.yaml"), "--json")).Json;
        string log = (await Succeed("replay", At("labelled.csv"), "--contract", At("again.contract.yaml"), "--jsonl")).Output;
        JsonElement study = (await Succeed("study", folder.Write("demo/labelled.jsonl", log), "--resamples", "200", "--json")).Json;

        Assert.Contains("identical verdicts and commands", recorded, StringComparison.Ordinal);
        Assert.Equal((30, 7), (info.GetProperty("episodes").GetInt32(), info.GetProperty("channels").GetArrayLength()));
        Assert.True(replay.GetProperty("total").GetProperty("clip_rate").GetDouble() > 0, "the guard changed nothing that the faulty policy did");
        JsonElement policy = study.GetProperty("policies")[0];
        Assert.True(policy.GetProperty("failures").GetInt32() > 0, "no labelled episode failed");
        Assert.True(policy.GetProperty("monitors").GetArrayLength() > 10, "monitors are missing from the step log");
    }

    private static async Task<Invocation> Succeed(params string[] arguments)
    {
        Invocation run = await Invocation.RunAsync(arguments);
        Assert.True(run.ExitCode == ExitCode.Ok, $"{string.Join(' ', arguments)}: {run.ExitCode}\n{run.Errors}");
        return run;
    }
}
