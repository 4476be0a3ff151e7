using System.Buffers.Binary;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Tests.Opening;

namespace Interlock.Datasets.Tests.Numpy;

public sealed class NpyFormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_and_columns_are_one_episode()
    {
        string path = _folder.Write("a.npy", NpyBytes.Float32("(2, 3)", 1, 2, 3, 4, 5, float.NaN));

        IEpisodeSource source = EpisodeSources.Open(path, new EpisodeSourceOptions { RateHz = 25 });
        Episode episode = Assert.Single(source.ReadEpisodes());

        Assert.Equal([1, 2, 3, 4, 5, double.NaN], episode.Actions);
        Assert.Equal((2, 3), (episode.Length, episode.ActionDimension));
        Assert.Equal(["action_0", "action_1", "action_2"], source.Description.ActionChannels);
        Assert.Equal(25, source.Description.RateHz);
    }

    [Fact]
    public void One_axis_is_one_channel() =>
        Assert.Equal(1, Assert.Single(Reading.Episodes(_folder.Write("a.npy", NpyBytes.Float32("(3,)", 1, 2, 3)))).ActionDimension);

    [Fact]
    public void Three_axes_are_several_episodes()
    {
        List<Episode> episodes = Reading.Episodes(_folder.Write("a.npy", NpyBytes.Float32("(2, 2, 1)", 1, 2, 3, 4)));

        Assert.Equal([[1, 2], [3, 4]], episodes.Select(episode => episode.Actions));
        Assert.Equal([0, 1], episodes.Select(episode => episode.Index));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_header_version_is_read(byte major)
    {
        byte[] bytes = NpyBytes.Of("<f4", fortran: false, "(1, 2)", NpyBytes.Bytes([7, 8]), major);

        Assert.Equal([7, 8], Assert.Single(Reading.Episodes(_folder.Write("a.npy", bytes))).Actions);
    }

    [Theory]
    [InlineData("<f8", new byte[] { 0, 0, 0, 0, 0, 0, 0xF8, 0xBF }, -1.5)]
    [InlineData(">f8", new byte[] { 0xBF, 0xF8, 0, 0, 0, 0, 0, 0 }, -1.5)]
    [InlineData(">f4", new byte[] { 0xBF, 0xC0, 0, 0 }, -1.5)]
    [InlineData("<f2", new byte[] { 0, 0xBE }, -1.5)]
    [InlineData("|i1", new byte[] { 0xFE }, -2)]
    [InlineData("<i2", new byte[] { 0xFE, 0xFF }, -2)]
    [InlineData(">i4", new byte[] { 0xFF, 0xFF, 0xFF, 0xFE }, -2)]
    [InlineData("<i8", new byte[] { 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF }, -2)]
    [InlineData("|u1", new byte[] { 0xFE }, 254)]
    [InlineData(">u2", new byte[] { 1, 2 }, 258)]
    [InlineData("<u4", new byte[] { 0xFE, 0xFF, 0xFF, 0xFF }, 4294967294)]
    [InlineData("<u8", new byte[] { 0, 0, 0, 0, 0, 0, 0, 0x80 }, 9223372036854775808)]
    [InlineData("|b1", new byte[] { 2 }, 1)]
    public void Every_number_type_becomes_double(string descr, byte[] element, double expected)
    {
        byte[] bytes = NpyBytes.Of(descr, fortran: false, "(1, 1)", element);

        Assert.Equal([expected], Assert.Single(Reading.Episodes(_folder.Write("a.npy", bytes))).Actions);
    }

    [Fact]
    public void Fortran_order_gives_the_same_rows_beyond_one_block()
    {
        const int Rows = 5000;
        const int Columns = 3;
        float[] byColumn = [.. Enumerable.Range(0, Rows * Columns).Select(at => (float)((at % Rows * Columns) + (at / Rows)))];
        byte[] bytes = NpyBytes.Of("<f4", fortran: true, $"({Rows}, {Columns})", NpyBytes.Bytes(byColumn));

        Assert.Equal(
            Enumerable.Range(0, Rows * Columns).Select(at => (double)at),
            Assert.Single(Reading.Episodes(_folder.Write("a.npy", bytes))).Actions);
    }

    [Fact]
    public void Fortran_order_of_three_axes_gives_the_same_episodes()
    {
        // numpy.arange(12).reshape(2, 3, 2) in Fortran order.
        byte[] data = NpyBytes.Bytes([0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11]);
        byte[] bytes = NpyBytes.Of("<f4", fortran: true, "(2, 3, 2)", data);

        Assert.Equal(
            [[0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11]], Reading.Episodes(_folder.Write("a.npy", bytes)).Select(episode => episode.Actions));
    }

    [Fact]
    public void An_array_without_rows_is_an_episode_without_steps()
    {
        Episode episode = Assert.Single(Reading.Episodes(_folder.Write("a.npy", NpyBytes.Float32("(0, 7)"))));

        Assert.Equal((0, 7), (episode.Length, episode.ActionDimension));
    }

    [Theory]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", "DS152")]
    [InlineData("{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (1,), }", "DS153")]
    [InlineData("{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }", "DS153")]
    [InlineData("{'descr': '<U7', 'fortran_order': False, 'shape': (1,), }", "DS153")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (), }", "DS154")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1, 1, 1), }", "DS154")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (999999999, 0, 7), }", "DS155", 4)]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (999999999, 0, 7), }", "DS154", 0)]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 999999999), }", "DS149", 0)]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 0), }", "DS149", 0)]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", "DS155")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775807, 9223372036854775807), }", "DS155")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", "DS151")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,), }", "DS151")]
    [InlineData("{'descr': '<f4', 'shape': (1,), }", "DS151")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'shape': (1,)}", "DS151")]
    [InlineData("__import__('os')", "DS151")]
    public void A_header_that_cannot_be_used_is_named(string dict, string code, int dataBytes = 4)
    {
        string path = _folder.Write("a.npy", NpyBytes.WithHeader(dict, new byte[dataBytes]));

        Diagnostic failure = Reading.Failure(path);

        Assert.Equal(code, failure.Code);
        Assert.Equal(path, failure.Place!.File);
    }

    [Fact]
    public void A_pickle_under_the_name_of_an_array_is_refused() =>
        Assert.Equal("DS152", Reading.Failure(_folder.Write("a.npy", [0x80, 4, 0x95, 0, 0, 0, 0, 0, 0, 0, 0])).Code);

    [Fact]
    public void A_file_that_was_cut_off_is_named()
    {
        byte[] whole = NpyBytes.Float32("(2, 2)", 1, 2, 3, 4);

        Assert.Equal("DS155", Reading.Failure(_folder.Write("data.npy", whole[..^1])).Code);
        Assert.Equal("DS151", Reading.Failure(_folder.Write("header.npy", whole[..40])).Code);
        Assert.Equal("DS150", Reading.Failure(_folder.Write("magic.npy", whole[..5])).Code);
    }

    [Fact]
    public void A_header_that_claims_to_be_huge_is_not_allocated()
    {
        byte[] bytes = NpyBytes.Of("<f4", fortran: false, "(1,)", new byte[4], major: 2);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), uint.MaxValue);

        Assert.Equal("DS151", Reading.Failure(_folder.Write("a.npy", bytes)).Code);
    }

    [Fact]
    public void A_large_file_is_read_episode_by_episode()
    {
        const int Episodes = 200;
        const int Steps = 1000;
        string path = _folder.PathOf("large.npy");
        using (FileStream stream = File.Create(path))
        {
            byte[] header = NpyBytes.Of("<f8", fortran: false, $"({Episodes}, {Steps}, 14)", []);
            stream.Write(header);
            stream.SetLength(header.Length + ((long)Episodes * Steps * 14 * sizeof(double)));
        }

        IEnumerator<Episode> episodes = EpisodeSources.Open(path).ReadEpisodes().GetEnumerator();
        episodes.MoveNext();
        long before = GC.GetAllocatedBytesForCurrentThread();
        episodes.MoveNext();
        long perEpisode = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(perEpisode, Steps * 14 * sizeof(double), (Steps * 14 * sizeof(double)) + 10_000);
    }
}
