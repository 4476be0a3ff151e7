using Interlock.Core.Episodes;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Tests.Opening;

[Collection(MeasuresMemoryAlone.Name)]
public sealed class LiveMemoryTests : IDisposable
{
    /// <summary>Twenty times one episode (112 kB), a tenth of the whole source.</summary>
    private const long MostBytes = 2_240_000;

    private const int EpisodesBetweenLooks = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("npy")]
    [InlineData("parquet")]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public void Reading_keeps_about_one_episode_alive_however_long_the_source(string format)
    {
        string path = LargeSource.Write(_folder, format);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        IEpisodeSource source = EpisodeSources.Open(path);
        long steps = 0;
        long most = 0;
        foreach (Episode episode in source.ReadEpisodes())
        {
            steps += episode.Length;
            if (episode.Index % EpisodesBetweenLooks == EpisodesBetweenLooks / 2)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(LargeSource.Steps, steps);
        Assert.InRange(most, 1, MostBytes);
    }

    [Fact]
    public void Inspecting_keeps_no_more_than_reading()
    {
        string path = LargeSource.Write(_folder, "parquet");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        HeapWatch watch = new(before);

        DatasetInspection inspection = DatasetInspection.Run(EpisodeSources.Open(path), watch);

        Assert.Equal(LargeSource.Steps, inspection.Frames);
        Assert.InRange(watch.Most, 1, MostBytes);
    }

    private sealed class HeapWatch(long before) : IProgress<long>
    {
        public long Most { get; private set; }

        public void Report(long value)
        {
            if (value / LargeSource.StepsPerEpisode % EpisodesBetweenLooks == 0)
            {
                Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }
    }
}
