using System.IO.Compression;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Tests.Opening;

namespace Interlock.Datasets.Tests.Numpy;

public sealed class NpzFormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void Arrays_of_an_archive_are_read_together(CompressionLevel level)
    {
        string path = _folder.Write("a.npz", NpyBytes.Npz(
            level,
            ("actions.npy", NpyBytes.Float32("(3, 2)", 1, 2, 3, 4, 5, 6)),
            ("states.npy", NpyBytes.Float32("(3,)", 7, 8, 9)),
            ("episode_ids.npy", NpyBytes.Int64(0, 0, 1))));

        List<Episode> episodes = Reading.Episodes(path);

        Assert.Equal([[1, 2, 3, 4], [5, 6]], episodes.Select(episode => episode.Actions));
        Assert.Equal([[7, 8], [9]], episodes.Select(episode => episode.States!));
    }

    [Fact]
    public void Fortran_order_inside_a_deflated_archive_is_turned_around()
    {
        byte[] array = NpyBytes.Of("<f4", fortran: true, "(2, 2)", NpyBytes.Bytes([1, 3, 2, 4]));

        Assert.Equal([1, 2, 3, 4], Assert.Single(Reading.Episodes(Write(("arr_0.npy", array)))).Actions);
    }

    [Fact]
    public void Several_arrays_without_a_known_name_need_a_choice()
    {
        string path = Write(("left.npy", NpyBytes.Float32("(1,)", 1)), ("right.npy", NpyBytes.Float32("(1,)", 2)));

        Assert.Equal("DS157", Reading.Failure(path).Code);
        Assert.Equal([2], Assert.Single(Reading.Episodes(path, new EpisodeSourceOptions { ActionKey = "right" })).Actions);
        Diagnostic typo = Reading.Failure(path, new EpisodeSourceOptions { ActionKey = "rigth" });
        Assert.Equal(("DS144", "did you mean 'right'?"), (typo.Code, typo.Hint));
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        const int Elements = 32 << 20;
        string path = Write(("actions.npy", NpyBytes.Of("|u1", fortran: false, $"({Elements},)", new byte[Elements])));

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("DS156", Reading.Failure(path).Code);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void A_member_with_a_wrong_checksum_is_refused()
    {
        byte[] bytes = NpyBytes.Npz(CompressionLevel.NoCompression, ("actions.npy", NpyBytes.Float32("(2,)", 1, 2)));
        int value = bytes.AsSpan().IndexOf(BitConverter.GetBytes(2f));
        bytes[value] ^= 1;

        Diagnostic failure = Reading.Failure(_folder.Write("a.npz", bytes));

        Assert.Equal("DS156", failure.Code);
        Assert.Equal("actions.npy", failure.Place!.Key);
    }

    [Fact]
    public void What_is_not_an_archive_is_named()
    {
        Assert.Equal("DS156", Reading.Failure(_folder.Write("a.npz", "not a zip")).Code);
        Assert.Equal("DS157", Reading.Failure(Write(("readme.txt", [1]))).Code);
        Assert.Equal("DS152", Reading.Failure(Write(("a.npy", NpyBytes.Of("|O", fortran: false, "(1,)", [])))).Code);
    }

    private string Write(params (string Name, byte[] Bytes)[] members) =>
        _folder.Write("a.npz", NpyBytes.Npz(CompressionLevel.Optimal, members));
}
