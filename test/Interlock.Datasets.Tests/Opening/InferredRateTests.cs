using System.Globalization;
using Interlock.Core.Episodes;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Tests.LeRobot;
using Interlock.Datasets.Tests.Numpy;

namespace Interlock.Datasets.Tests.Opening;

public sealed class InferredRateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Times_written_with_six_digits_give_a_whole_rate_and_say_so()
    {
        IEpisodeSource source = EpisodeSources.Open(_folder.Write("a.csv", Csv(step => step / 30.0, "F6")));

        Assert.Equal(30, source.Description.RateHz);
        DatasetOddity oddity = Assert.Single(DatasetInspection.Run(source).Oddities, item => item.Code == "DS123");
        Assert.Equal("rate inferred from timestamps: 30 Hz", oddity.Message);
    }

    [Fact]
    public void Every_format_with_times_gives_its_rate()
    {
        _folder.Write("lines.jsonl", string.Concat(Enumerable.Range(0, 9).Select(Line)));
        _folder.Write("arrays/actions.npy", NpyBytes.Float32("(6, 1)", 1, 2, 3, 4, 5, 6));
        _folder.Write("arrays/episode_ids.npy", NpyBytes.Int64(0, 0, 0, 1, 1, 1));
        _folder.Write("arrays/timestamps.npy", NpyBytes.Float64(1e9, 1e9 + 0.02, 1e9 + 0.04, 0, 7, 8));
        _folder.Write("files/1.csv", Csv(step => step / 50.0, "R"));
        _folder.Write("files/2.csv", "x\n1\n");
        string[] paths = [_folder.PathOf("lines.jsonl"), _folder.PathOf("arrays"), _folder.PathOf("files")];

        Assert.Equal([50, 50, 50], paths.Select(path => Math.Round(EpisodeSources.Open(path).Description.RateHz!.Value, 3)));
        static string Line(int step) => string.Create(
            CultureInfo.InvariantCulture, $$"""{"episode": {{step / 4}}, "action": [1], "timestamp": {{step % 4 / 50.0}}}{{"\n"}}""");
    }

    [Fact]
    public void A_LeRobot_folder_without_fps_takes_the_rate_of_its_times()
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Info(fps: "null");
        IEpisodeSource source = EpisodeSources.Open(folder.Root);

        Assert.Equal(LeRobotTestFolder.RateHz, source.Description.RateHz);
        Assert.Equal(["DS122", "DS123"], DatasetInspection.Run(source).Oddities.Select(oddity => oddity.Code));
    }

    [Fact]
    public void A_rate_that_is_stated_is_not_inferred()
    {
        string path = _folder.Write("a.csv", Csv(step => step / 30.0, "R"));
        IEpisodeSource source = EpisodeSources.Open(path, new EpisodeSourceOptions { RateHz = 15 });

        Assert.Equal(15, source.Description.RateHz);
        Assert.DoesNotContain(DatasetInspection.Run(source).Oddities, oddity => oddity.Code == "DS123");
    }

    [Theory]
    [InlineData(29.97)]
    [InlineData(7.5)]
    [InlineData(12.5)]
    public void A_rate_that_is_not_whole_stays_so(double rateHz) =>
        Assert.Equal(rateHz, InferredRate.FromTimes(Times(step => Math.Round(step / rateHz, 6)))!.Value, tolerance: 1e-4);

    [Fact]
    public void Steps_may_differ_by_one_percent_and_no_more()
    {
        Assert.Equal(50, InferredRate.FromTimes(Times(step => (step / 50.0) + (step % 2 * 0.00009)))!.Value, tolerance: 0.01);
        Assert.Null(InferredRate.FromTimes(Times(step => (step / 50.0) + (step == 60 ? 0.0003 : 0))));
    }

    [Fact]
    public void Times_that_cannot_be_seconds_of_a_control_loop_give_no_rate()
    {
        Assert.Null(InferredRate.FromTimes(Times(step => step)));
        Assert.Null(InferredRate.FromTimes(Times(step => step * 20)));
        Assert.Null(InferredRate.FromTimes(Times(_ => 3)));
        Assert.Null(InferredRate.FromTimes(Times(step => -step / 50.0)));
        Assert.Null(InferredRate.FromTimes(Times(step => step == 5 ? double.NaN : step / 50.0)));
        Assert.Null(InferredRate.FromTimes(Times(_ => double.PositiveInfinity)));
        Assert.Null(InferredRate.FromTimes([0, 0.02]));
        Assert.Null(InferredRate.FromTimes([]));
    }

    [Fact]
    public void Only_the_start_of_the_file_is_read_for_it()
    {
        string path = _folder.Write("a.csv", Csv(step => step / 30.0, "R", lines: 2_000) + "not a number,9\n");

        Assert.Equal(30, EpisodeSources.Open(path).Description.RateHz);
    }

    private static double[] Times(Func<int, double> ofStep) => [.. Enumerable.Range(0, 100).Select(ofStep)];

    private static string Csv(Func<int, double> ofStep, string format, int lines = 100) => "timestamp,x\n" + string.Concat(
        Enumerable.Range(0, lines).Select(step => $"{ofStep(step).ToString(format, CultureInfo.InvariantCulture)},{step}\n"));
}
