using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Tests.Parquet.Writing;

namespace Interlock.Datasets.Tests.Parquet;

public sealed class HostileInputTests
{
    private const int MutationsPerFile = 5_000;

    /// <summary>What reading a damaged file of a few kilobytes may allocate, in bytes: three orders above its size, far below what its lengths can claim.</summary>
    private const long AllocationBound = 48L << 20;

    public static TheoryData<int, int, int> Layouts => new()
    {
        { 1, (int)Codec.Uncompressed, (int)ValueEncoding.Plain },
        { 1, (int)Codec.Snappy, (int)ValueEncoding.RleDictionary },
        { 1, (int)Codec.Gzip, (int)ValueEncoding.DeltaBinaryPacked },
        { 1, (int)Codec.Uncompressed, (int)ValueEncoding.RleDictionary },
        { 2, (int)Codec.Uncompressed, (int)ValueEncoding.DeltaBinaryPacked },
        { 2, (int)Codec.Snappy, (int)ValueEncoding.Plain },
        { 2, (int)Codec.Brotli, (int)ValueEncoding.RleDictionary },
        { 2, (int)Codec.Uncompressed, (int)ValueEncoding.Rle },
        { 1, (int)Codec.Uncompressed, (int)ValueEncoding.Rle },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Random_damage_gives_named_errors_and_bounded_memory(int version, int codec, int encoding)
    {
        byte[] intact = Write(version, codec, encoding);
        Assert.Null(HostileFile.Read(intact));
        SeededRandom random = new((ulong)(version + (10 * codec) + (100 * encoding)));
        int refused = 0;
        for (int i = 0; i < MutationsPerFile; i++)
        {
            byte[] damaged = Mutation.Of(intact, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            refused += HostileFile.Read(damaged) is null ? 0 : 1;
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < AllocationBound, $"mutation {i} allocated {allocated} bytes");
        }

        Assert.InRange(refused, MutationsPerFile / 20, MutationsPerFile);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_file_cut_anywhere_is_refused(int version, int codec, int encoding)
    {
        byte[] intact = Write(version, codec, encoding);
        for (int length = 0; length < intact.Length; length++)
        {
            Assert.NotNull(HostileFile.Read(intact[..length]));
        }
    }

    [Fact]
    public void A_recording_without_footer_is_named_as_not_finalised()
    {
        byte[] intact = Write(1, (int)Codec.Snappy, (int)ValueEncoding.Plain);
        DiagnosticException problem = HostileFile.Read(intact[..^20])!;
        Assert.Equal("DS003", problem.Diagnostics[0].Code);
        Assert.Contains("not finalised", problem.Message, StringComparison.Ordinal);
        Assert.Equal("hostile.parquet", problem.Diagnostics[0].Place!.File);
    }

    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "DS002")]
    [InlineData("PARE............", "DS004")]
    [InlineData("", "DS002")]
    public void What_is_no_Parquet_file_is_named(string content, string code)
    {
        Assert.Equal(code, HostileFile.Read(System.Text.Encoding.ASCII.GetBytes(content))!.Diagnostics[0].Code);
    }

    [Theory]
    [InlineData(Codec.Zstd, "ZSTD")]
    [InlineData(Codec.Lz4Raw, "LZ4_RAW")]
    [InlineData(Codec.Lzo, "LZO")]
    internal void A_codec_that_is_not_read_is_named_with_its_column_and_the_remedy(Codec codec, string name)
    {
        WriteOptions options = new() { ClaimedCodec = codec };
        byte[] bytes = ParquetTestFile.Write(options, TestColumn.Numeric("action", PhysicalType.Float, 1, 2));
        Diagnostic problem = HostileFile.Read(bytes)!.Diagnostics[0];
        Assert.Equal("DS007", problem.Code);
        Assert.Contains(name, problem.Message, StringComparison.Ordinal);
        Assert.Contains("column 'action'", problem.Place!.Key, StringComparison.Ordinal);
        Assert.Contains("snappy", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_different_length_are_named()
    {
        TestColumn column = TestColumn.Vectors("action", PhysicalType.Float, 3, 1, 2, 3, 4, 5, 6) with { Repetition = [0, 1, 1, 0, 1, 0] };
        Assert.Equal("DS014", HostileFile.Read(ParquetTestFile.Write(new WriteOptions(), column))!.Diagnostics[0].Code);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(6)]
    public void Numbers_that_mean_decimals_or_times_are_refused(int convertedType)
    {
        TestColumn column = TestColumn.Numeric("timestamp", PhysicalType.Int64, 1, 2) with { ConvertedType = convertedType };
        Diagnostic problem = HostileFile.Read(ParquetTestFile.Write(new WriteOptions(), column))!.Diagnostics[0];
        Assert.Equal("DS009", problem.Code);
        Assert.Equal("column 'timestamp'", problem.Place!.Key);
    }

    private static byte[] Write(int version, int codec, int encoding) => ParquetTestFile.Write(
        new WriteOptions { PageVersion = version, Codec = (Codec)codec, Encoding = (ValueEncoding)encoding, RowsPerGroup = 20, SlotsPerPage = 40 },
        SampleColumns.All(rows: 30, width: 3, seed: 8));
}
