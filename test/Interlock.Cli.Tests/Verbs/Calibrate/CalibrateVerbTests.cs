using System.Text.Json;
using Interlock.Cli.Tests.EndToEnd;

namespace Interlock.Cli.Tests.Verbs.Calibrate;

public sealed class CalibrateVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public async Task Human_output_fits_its_width_in_plain_text(int width)
    {
        _folder.Write("demos.csv", SyntheticRecording.Csv(episodes: 60, steps: 40));
        Invocation run = await Calibrate(width);

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= width || !line.Trim().Contains(' ', StringComparison.Ordinal), line));
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Contains("held-out coverage: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_rests_at_zero_reads_as_zero()
    {
        _folder.Write("demos.csv", SyntheticRecording.Csv(episodes: 40, steps: 30).Replace(",100\n", ",0\n", StringComparison.Ordinal));
        Invocation run = await Calibrate(80);

        Assert.Contains("constant", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("-0 ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_document_and_all_there_is_on_standard_output()
    {
        _folder.Write("demos.csv", SyntheticRecording.Csv(episodes: 40, steps: 30));
        Invocation run = await Calibrate(80, "--json", "--rate-hz", "30");

        Assert.Equal("kind", run.Json.GetProperty("channels")[0].EnumerateObject().ElementAt(5).Name);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Json_has_p_values_of_the_episodes_kept_aside_of_each_equally_many()
    {
        _folder.Write("demos.csv", SyntheticRecording.Csv(episodes: 40, steps: 30));
        JsonElement report = (await Calibrate(80, "--json", "--rate-hz", "30")).Json;

        double[] values = [.. report.GetProperty("holdout_p_values").EnumerateArray().Select(value => value.GetDouble())];
        Assert.Equal(report.GetProperty("episodes").GetProperty("holdout").GetInt32() * 30, values.Length);
        Assert.All(values, value => Assert.InRange(value, 1.0 / 2048, 1));
    }

    private Task<Invocation> Calibrate(int width, params string[] more) =>
        Invocation.RunAsync(width, ["calibrate", _folder.PathOf("demos.csv"), "-o", _folder.PathOf("arm"), .. more]);
}
