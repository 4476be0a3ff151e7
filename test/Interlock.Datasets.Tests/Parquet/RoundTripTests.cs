using Interlock.Core.Randomness;
using Interlock.Datasets.Parquet;
using Interlock.Datasets.Parquet.Bytes;
using Interlock.Datasets.Parquet.Columns;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Tests.Parquet.Writing;

namespace Interlock.Datasets.Tests.Parquet;

public sealed class RoundTripTests
{
    private const int Rows = 700;
    private const int Width = 6;

    public static TheoryData<int, int, int> Layouts()
    {
        TheoryData<int, int, int> layouts = [];
        foreach (int version in (int[])[1, 2])
        {
            foreach (Codec codec in (Codec[])[Codec.Uncompressed, Codec.Snappy, Codec.Gzip, Codec.Brotli])
            {
                foreach (ValueEncoding encoding in (ValueEncoding[])[ValueEncoding.Plain, ValueEncoding.RleDictionary, ValueEncoding.PlainDictionary, ValueEncoding.DeltaBinaryPacked, ValueEncoding.Rle])
                {
                    layouts.Add(version, (int)codec, (int)encoding);
                }
            }
        }

        return layouts;
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Every_type_survives_every_page_version_codec_and_encoding(int version, int codec, int encoding)
    {
        WriteOptions options = new() { PageVersion = version, Codec = (Codec)codec, Encoding = (ValueEncoding)encoding, RowsPerGroup = 300, SlotsPerPage = 130 };
        TestColumn[] columns = SampleColumns.All(Rows, Width, seed: 5);
        using ParquetFile file = Open(options, columns);
        Assert.Equal(Rows, file.RowCount);
        foreach (TestColumn column in columns)
        {
            AssertSame(file, column);
        }
    }

    [Fact]
    public void Required_columns_without_levels_are_read()
    {
        TestColumn column = TestColumn.Numeric("x", PhysicalType.Double, 1, 2, 3) with { IsRequired = true, Definition = new byte[3] };
        using ParquetFile file = Open(new WriteOptions(), column);
        Assert.Equal([1, 2, 3], Numbers(file, "x", 1));
    }

    [Fact]
    public void Absent_numbers_are_NaN_and_present_ones_keep_their_rows()
    {
        TestColumn column = new()
        {
            Name = "x",
            Type = PhysicalType.Float,
            Numbers = [1, 4],
            Repetition = new byte[5],
            Definition = [1, 0, 0, 1, 0],
        };
        using ParquetFile file = Open(new WriteOptions { Encoding = ValueEncoding.RleDictionary }, column);
        Assert.Equal([1, double.NaN, double.NaN, 4, double.NaN], Numbers(file, "x", 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Three_nested_lists_are_read_with_their_empty_and_absent_parts(int version)
    {
        // [[[1],[2,3]]] , [] , null , [[[],[null,4]]]
        TestColumn column = new()
        {
            Name = "stats/image/mean",
            Type = PhysicalType.Double,
            ListDepth = 3,
            Numbers = [1, 2, 3, 4],
            Repetition = [0, 2, 3, 0, 0, 0, 2, 3],
            Definition = [7, 7, 7, 1, 0, 5, 6, 7],
        };
        using ParquetFile file = Open(new WriteOptions { PageVersion = version }, column);
        using ColumnReader<double> reader = file.Numbers(file.Find("stats/image/mean")!);
        Assert.Equal([[1, 2, 3], [], [], [double.NaN, 4]], reader.ReadAllRows());
    }

    [Fact]
    public void Matrices_are_read_row_by_row_when_all_have_the_same_size()
    {
        // Two rows of 2×3.
        TestColumn column = new()
        {
            Name = "action",
            Type = PhysicalType.Float,
            ListDepth = 2,
            Numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
            Repetition = [0, 2, 2, 1, 2, 2, 0, 2, 2, 1, 2, 2],
            Definition = TestColumn.Filled(12, 5),
        };
        using ParquetFile file = Open(new WriteOptions(), column);
        using ColumnReader<double> width = file.Numbers(file.Find("action")!);
        Assert.Equal(6, width.FirstRowWidth());
        Assert.Equal(column.Numbers, Numbers(file, "action", 6));
    }

    [Fact]
    public void Lists_of_strings_keep_their_lengths()
    {
        string[][] rows = [["pick", "valid"], [], ["place"]];
        using ParquetFile file = Open(new WriteOptions { Encoding = ValueEncoding.RleDictionary }, TestColumn.TextLists("tasks", rows));
        using ColumnReader<string?> reader = file.Texts(file.Find("tasks")!);
        Assert.Equal(rows, reader.ReadAllRows());
    }

    [Fact]
    public void Integers_at_the_ends_of_their_range_survive_delta_encoding()
    {
        double[] values = [int.MinValue, int.MaxValue, 0, -1, int.MaxValue, int.MinValue];
        using ParquetFile file = Open(
            new WriteOptions { Encoding = ValueEncoding.DeltaBinaryPacked },
            TestColumn.Numeric("x", PhysicalType.Int32, values));
        Assert.Equal(values, Numbers(file, "x", 1));
    }

    [Fact]
    public void Snappy_decodes_what_its_encoder_wrote_at_every_length()
    {
        SeededRandom random = new(9);
        for (int length = 0; length < 400; length += 7)
        {
            byte[] bytes = [.. Enumerable.Range(0, length * 50).Select(_ => (byte)random.NextInt(1 + (length % 5)))];
            TestColumn column = TestColumn.Numeric("x", PhysicalType.Int32, Array.ConvertAll(bytes, value => (double)value));
            using ParquetFile file = Open(new WriteOptions { Codec = Codec.Snappy }, column);
            Assert.Equal(column.Numbers, Numbers(file, "x", 1));
        }
    }

    private static void AssertSame(ParquetFile file, TestColumn column)
    {
        if (column.Texts.Length > 0)
        {
            using ColumnReader<string?> reader = file.Texts(file.Find(column.Name)!);
            Assert.Equal(column.Texts, reader.ReadAllRows().SelectMany(row => row));
            return;
        }

        Assert.Equal(column.Numbers, Numbers(file, column.Name, column.ListDepth == 0 ? 1 : Width));
    }

    private static double[] Numbers(ParquetFile file, string name, int width)
    {
        using ColumnReader<double> reader = file.Numbers(file.Find(name)!);
        double[] values = new double[file.RowCount * width];
        reader.ReadRows(values, width);
        reader.ExpectEnd();
        return values;
    }

    private static ParquetFile Open(WriteOptions options, params TestColumn[] columns) =>
        ParquetFile.Open(new MemoryBytes("test.parquet", ParquetTestFile.Write(options, columns)));
}
