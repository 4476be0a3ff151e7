using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Safetensors;

namespace Interlock.ExecSpec.Tests.Safetensors;

public sealed class SafetensorsFileTests
{
    private static readonly double[] Values = [-3, 0, 1, 64];

    [Theory]
    [InlineData("F64")]
    [InlineData("F32")]
    [InlineData("F16")]
    [InlineData("BF16")]
    [InlineData("I64")]
    [InlineData("I32")]
    [InlineData("I16")]
    [InlineData("I8")]
    public void Every_signed_element_type_is_read_exactly(string word)
    {
        using SafetensorsFile file = Open(new SafetensorsBytes()
            .F32("before", 7)
            .Add("x", Enum.Parse<SafetensorDtype>(word), [2, 2], Values));
        Assert.Equal(Values, file.ReadDoubles("x", 4));
        Assert.Equal([2, 2], file.Tensors["x"].Shape);
        Assert.Equal(4, file.Tensors["x"].ElementCount);
    }

    [Fact]
    public void Bytes_and_booleans_are_unsigned()
    {
        using SafetensorsFile file = Open(new SafetensorsBytes()
            .Add("bytes", SafetensorDtype.U8, [2], 0, 255)
            .Add("flags", SafetensorDtype.BOOL, [3], 0, 1, 2));
        Assert.Equal([0.0, 255], file.ReadDoubles("bytes", 2));
        Assert.Equal([0.0, 1, 1], file.ReadDoubles("flags", 3));
    }

    [Fact]
    public void Non_finite_values_are_kept_to_be_named()
    {
        using SafetensorsFile file = Open(new SafetensorsBytes().F32("x", double.PositiveInfinity, double.NaN));
        Assert.Equal([double.PositiveInfinity, double.NaN], file.ReadDoubles("x", 2));
    }

    [Fact]
    public void Metadata_scalars_and_empty_tensors_are_allowed()
    {
        using SafetensorsFile file = Open(new SafetensorsBytes()
            .Metadata("format", "pt")
            .Add("scalar", SafetensorDtype.F64, [], 2.5)
            .Add("none", SafetensorDtype.F32, [0, 9]));
        Assert.Equal("pt", file.Metadata["format"]);
        Assert.Equal([2.5], file.ReadDoubles("scalar", 1));
        Assert.Empty(file.ReadDoubles("none", 0));
    }

    [Fact]
    public void A_file_without_tensors_is_valid()
    {
        using SafetensorsFile file = SafetensorsFile.Open(new MemoryStream(SafetensorsBytes.WithHeader("{}   ")), "x");
        Assert.Empty(file.Tensors);
    }

    [Theory]
    [InlineData("EX131", 7)]
    [InlineData("EX131", 20)]
    [InlineData("EX133", -1)]
    public void A_file_that_was_cut_off_is_refused(string code, int length)
    {
        byte[] whole = new SafetensorsBytes().F32("x", 1, 2).ToArray();
        Assert.Equal(code, Refusal(whole[..(length < 0 ? whole.Length + length : length)]).Code);
    }

    [Fact]
    public void A_header_longer_than_the_format_allows_is_refused_before_memory_is_taken()
    {
        byte[] bytes = new byte[64];
        BitConverter.TryWriteBytes(bytes, 100_000_001UL);
        Assert.Contains("longer than the 100000000", Refusal(bytes).Message, StringComparison.Ordinal);
        BitConverter.TryWriteBytes(bytes, ulong.MaxValue);
        Assert.Equal("EX131", Refusal(bytes).Code);
    }

    [Theory]
    [InlineData("EX132", "", "does not begin")]
    [InlineData("EX132", " {}", "does not begin")]
    [InlineData("EX132", "{", "cannot be read")]
    [InlineData("EX132", "{} x", "cannot be read")]
    [InlineData("EX132", """{"\ud800":{}}""", "cannot be read")]
    [InlineData("EX132", """{"a":[]}""", "StartObject")]
    [InlineData("EX132", """{"__metadata__":{"a":1}}""", "String")]
    [InlineData("EX132", """{"a":{"dtype":"F32","shape":[1]}}""", "lacks")]
    [InlineData("EX132", """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,4]}}""", "lacks")]
    [InlineData("EX132", """{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "whole numbers")]
    [InlineData("EX132", """{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", "whole numbers")]
    [InlineData("EX132", """{"a":{"dtype":"F32","dtype":"F64","shape":[1],"data_offsets":[0,4]}}""", "twice")]
    [InlineData("EX132", """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "named twice")]
    [InlineData("EX133", """{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", "before it begins")]
    [InlineData("EX133", """{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "gap")]
    [InlineData("EX133", """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "overlaps")]
    [InlineData("EX133", """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "the file after 8")]
    [InlineData("EX133", """{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""", "the file after 8")]
    [InlineData("EX134", """{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "8 bytes")]
    [InlineData("EX134", """{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", "0 bytes")]
    [InlineData("EX135", """{"a":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}""", "F8_E4M3")]
    [InlineData("EX135", """{"a":{"dtype":"0","shape":[1],"data_offsets":[0,8]}}""", "'0'")]
    public void A_damaged_header_is_refused_with_its_cause(string code, string header, string cause)
    {
        Diagnostic refusal = Refusal(SafetensorsBytes.WithHeader(header, new byte[8]));
        Assert.Equal(code, refusal.Code);
        Assert.Contains(cause, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_that_is_absent_or_too_large_is_not_read()
    {
        using SafetensorsFile file = Open(new SafetensorsBytes().F32("x", 1, 2));
        Assert.Equal("EX136", Assert.Throws<DiagnosticException>(() => file.ReadDoubles("y", 2)).Diagnostics[0].Code);
        Assert.Equal("EX137", Assert.Throws<DiagnosticException>(() => file.ReadDoubles("x", 1)).Diagnostics[0].Code);
    }

    [Fact]
    public void A_missing_file_is_a_typed_error() =>
        Assert.Equal("EX130", Assert.Throws<DiagnosticException>(() => SafetensorsFile.Open("no/such.safetensors")).Diagnostics[0].Code);

    [Fact]
    public void Statistics_behind_fifteen_gigabytes_cost_the_header_and_themselves()
    {
        const long WeightBytes = 15L << 30;
        using TemporaryFolder folder = new();
        string path = folder.Write("model.safetensors", SafetensorsBytes.WithHeader(
            $$$"""{"w":{"dtype":"BF16","shape":[{{{WeightBytes / 2}}}],"data_offsets":[0,{{{WeightBytes}}}]},"action.mean":{"dtype":"F32","shape":[1],"data_offsets":[{{{WeightBytes}}},{{{WeightBytes + 4}}}]}}"""));
        using (FileStream sparse = new(path, FileMode.Open))
        {
            sparse.SetLength(sparse.Length + WeightBytes);
            sparse.Position = sparse.Length;
            sparse.Write(BitConverter.GetBytes(2.5f));
        }

        long bytes = AllocatedBytes.Of(() =>
        {
            using SafetensorsFile file = SafetensorsFile.Open(path);
            Assert.Equal([2.5], file.ReadDoubles("action.mean", 1));
        });
        Assert.InRange(bytes, 0, 16 * 1024);
    }

    [Fact]
    public void A_dense_header_needs_no_more_than_four_times_its_length()
    {
        StringBuilder header = new("{\"__metadata__\":{}");
        for (int i = 0; i < 40_000; i++)
        {
            header.Append($$""","{{i}}":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}""");
        }

        byte[] bytes = SafetensorsBytes.WithHeader(header.Append('}').ToString());
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using SafetensorsFile file = SafetensorsFile.Open(new MemoryStream(bytes), "x");
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal(40_000, file.Tensors.Count);
        Assert.InRange(held, 0, 4L * bytes.Length);
    }

    private static SafetensorsFile Open(SafetensorsBytes bytes) => SafetensorsFile.Open(new MemoryStream(bytes.ToArray()), "state.safetensors");

    private static Diagnostic Refusal(byte[] bytes) =>
        Assert.Single(Assert.Throws<DiagnosticException>(() => SafetensorsFile.Open(new MemoryStream(bytes), "state.safetensors")).Diagnostics);
}
