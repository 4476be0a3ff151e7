using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;

namespace Interlock.Cli.Tests.Verbs.Contract;

public sealed class ContractInitTests
{
    private const string Robot = """
        <robot name="arm"><joint name="pan" type="revolute"><limit lower="-1" upper="1" velocity="2" effort="3"/></joint></robot>
        """;

    [Fact]
    public async Task A_urdf_gives_a_contract_that_is_valid_and_shows_its_origin()
    {
        using TemporaryFolder folder = new();
        string output = folder.PathOf("out/arm.contract.yaml");
        Invocation run = await Invocation.RunAsync("contract", "init", "--from-urdf", folder.Write("arm.urdf", Robot), "--rate-hz", "50", "-o", output);
        SafetyContract contract = ContractFile.Load(output);
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Equal(("arm", 50.0, -1.0, 2.0), (contract.Name, contract.RateHz, contract.Channels[0].Min, contract.Channels[0].MaxVelocity));
        Assert.Contains("effort limit 3 N·m", await File.ReadAllTextAsync(output), StringComparison.Ordinal);
        Assert.Equal(["arm.contract.yaml"], Directory.GetFiles(folder.PathOf("out")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_existing_file_is_replaced_only_on_request()
    {
        using TemporaryFolder folder = new();
        string urdf = folder.Write("arm.urdf", Robot);
        string output = folder.Write("mine.yaml", "kept");
        Assert.Equal(ExitCode.Usage, (await Invocation.RunAsync("contract", "init", "--from-urdf", urdf, "-o", output)).ExitCode);
        Assert.Equal("kept", await File.ReadAllTextAsync(output));
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("contract", "init", "--from-urdf", urdf, "-o", output, "--overwrite")).ExitCode);
    }

    [Theory]
    [InlineData("contract", "init")]
    [InlineData("contract", "init", "--from-urdf", "a", "--from-dataset", "b")]
    [InlineData("contract", "init", "--from-urdf", "a", "--margin", "-1")]
    [InlineData("contract", "init", "--from-urdf", "a", "--margin", "NaN")]
    [InlineData("contract", "init", "--from-urdf", "a", "--rate-hz", "0")]
    public async Task Wrong_use_is_a_usage_error(params string[] arguments) =>
        Assert.Equal(ExitCode.Usage, (await Invocation.RunAsync(arguments)).ExitCode);

    [Fact]
    public async Task Demonstrations_give_ranges_and_steps_that_are_marked_as_observed()
    {
        using TemporaryFolder folder = new();
        string data = folder.Write("demo.csv", "a,b\n0,1\n2,1\n1,1\n10,1\n");
        string output = folder.PathOf("demo.contract.yaml");
        Invocation run = await Invocation.RunAsync("contract", "init", "--from-dataset", data, "-o", output, "--margin", "0.1");
        ChannelContract[] channels = [.. ContractFile.Load(output).Channels];
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Equal((-1.0, 11.0, 9.9), (channels[0].Min!.Value, channels[0].Max!.Value, Math.Round(channels[0].MaxStep!.Value, 9)));
        Assert.Equal((1.0, 1.0, null), (channels[1].Min, channels[1].Max, channels[1].MaxStep));
        Assert.Contains("OBSERVED, NOT GUARANTEED", await File.ReadAllTextAsync(output), StringComparison.Ordinal);
        Assert.Contains("CT054", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_that_are_not_finite_are_left_out_and_said()
    {
        using TemporaryFolder folder = new();
        string data = folder.Write("demo.csv", "a\n0\nNaN\n5\n6\n");
        Invocation run = await Invocation.RunAsync("contract", "init", "--from-dataset", data, "--margin", "0");
        Assert.Contains("CT076 1 values are not finite", run.Errors, StringComparison.Ordinal);
        Assert.Contains("min: 0, max: 6, max_step: 1 ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demonstrations_without_a_finite_value_give_no_contract()
    {
        using TemporaryFolder folder = new();
        Invocation run = await Invocation.RunAsync("contract", "init", "--from-dataset", folder.Write("demo.csv", "a\nNaN\nNaN\n"));
        Assert.Equal((ExitCode.FoundWanting, ""), (run.ExitCode, run.Output));
        Assert.Contains("CT075", run.LastErrorLine, StringComparison.Ordinal);
    }

    [SharedFact("data/aloha-sim-transfer-cube/features")]
    public async Task Real_demonstrations_stay_inside_the_contract_observed_from_them()
    {
        Invocation run = await Invocation.RunAsync("contract", "init", "--from-dataset", SharedFiles.PathOf("data/aloha-sim-transfer-cube/features"), "--json");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Equal("left_waist", run.Json.GetProperty("channels")[0].GetProperty("name").GetString());
        Assert.Equal(50, run.Json.GetProperty("rate_hz").GetDouble());
        Assert.InRange(run.Json.GetProperty("channels")[0].GetProperty("max_step").GetDouble(), 0.0092, 0.0097);
    }
}
