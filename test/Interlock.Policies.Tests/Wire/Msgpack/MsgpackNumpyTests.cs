using Interlock.Core.Randomness;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Msgpack;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Tests.Wire.Msgpack;

public sealed class MsgpackNumpyTests
{
    private const string ActionsHex =
        "81a7616374696f6e7384c40b5f5f6e6461727261795f5fc3c40464617461c4080000803f000000c0c4056474797065a33c6634c4057368617065920102";

    private const string ScalarHex = "81a16783c40d5f5f6e7067656e657269635f5fc3c40464617461cb3fe0000000000000c4056474797065a33c6634";

    private const string MetadataHex = "81aa72657365745f706f73659600cbbff8000000000000cb3ff8000000000000000000";

    [Theory]
    [InlineData(ActionsHex)]
    [InlineData(ScalarHex)]
    [InlineData(MetadataHex)]
    [InlineData("ccffcdffffceffffffffcfffffffffffffffff", false)]
    public void What_python_wrote_is_decoded_and_written_again_to_the_byte(string hex, bool single = true)
    {
        byte[] bytes = Convert.FromHexString(hex);
        if (!single)
        {
            bytes = [0x94, .. bytes];
        }

        Assert.Equal(bytes, Encoded(MsgpackNumpy.Decode(bytes)));
    }

    [SharedFact("data/openvla-oft-libero-observation")]
    public void Whole_openpi_frames_survive_a_round_trip_to_the_byte()
    {
        foreach (string name in new[] { "wire_openpi_libero_request.msgpack", "wire_openpi_response.msgpack" })
        {
            byte[] frame = File.ReadAllBytes(SharedFiles.PathOf($"data/openvla-oft-libero-observation/{name}"));
            Assert.Equal(frame, Encoded(MsgpackNumpy.Decode(frame)));
        }
    }

    [Fact]
    public void Every_type_of_the_format_is_stepped_over()
    {
        string[] values =
        [
            "00", "7f", "e0", "ff", "c0", "c2", "c3", "80", "8101c0", "90", "9101", "a0", "a161", "c40100", "c500010a", "c6000000010a", "c70105aa",
            "c8000105aa", "c90000000105aa", "ca3f800000", "cb3ff0000000000000", "cc01", "cd0001", "ce00000001", "cf0000000000000001", "d0ff", "d1ffff",
            "d2ffffffff", "d3ffffffffffffffff", "d401aa", "d501aaaa", "d6ff00000000", "d7ff0000000000000000", "d80100000000000000000000000000000000",
            "d90161", "da000161", "db0000000161", "dc0001c0", "dd00000001c0", "de0001a161c0", "df00000001a161c0",
        ];
        foreach (string hex in values)
        {
            MsgpackReader reader = new(Convert.FromHexString(hex));
            reader.Skip();
            Assert.True(reader.IsAtEnd, hex);
        }
    }

    [Theory]
    [InlineData("c1", "PO010")]
    [InlineData("", "PO001")]
    [InlineData("dfffffffff", "PO001")]
    [InlineData("c6ffffffff00", "PO001")]
    [InlineData("c0c0", "PO004")]
    [InlineData("a1ff", "PO005")]
    [InlineData("82a161c0a161c0", "PO008")]
    [InlineData("8101c0", "PO009")]
    [InlineData("84c40b5f5f6e6461727261795f5fc3c40464617461c40100c4056474797065a27c4fc405736861706591ff", "PO006")]
    [InlineData("84c40b5f5f6e6461727261795f5fc3c40464617461c40100c4056474797065a27c4fc40573686170659101", "PO007")]
    [InlineData("84c40b5f5f6e6461727261795f5fc3c40464617461c40100c4056474797065a33c6634c40573686170659101", "PO006")]
    [InlineData("84c40b5f5f6e6461727261795f5fc3c4046461746101c4056474797065a33c6634c40573686170659101", "PO012")]
    public void Damaged_payloads_are_findings(string hex, string code) =>
        Codes.Expect(code, () => MsgpackNumpy.Decode(Convert.FromHexString(hex)));

    [Fact]
    public void Deep_nesting_and_many_small_items_are_refused()
    {
        byte[] deep = new byte[100_000];
        Array.Fill(deep, (byte)0x91);
        deep[^1] = 0xc0;
        Codes.Expect("PO002", () => MsgpackNumpy.Decode(deep));
        byte[] many = [0xdd, 0, 0x0f, 0x42, 0x40, .. new byte[1_000_000]];
        Codes.Expect("PO003", () => MsgpackNumpy.Decode(many));
    }

    [Fact]
    public void Marker_keys_are_taken_as_text_and_in_any_order()
    {
        byte[] clone = Convert.FromHexString("84a5736861706591" + "01" + "a56474797065a27c75".Replace("a27c75", "a37c7531", StringComparison.Ordinal)
            + "a464617461c40107" + "ab5f5f6e6461727261795f5fc3");
        WireValue.Array array = Assert.IsType<WireValue.Array>(MsgpackNumpy.Decode(clone));
        Assert.Equal(7, array.Value.Data.Span[0]);
    }

    [Fact]
    public void An_image_is_a_slice_of_the_frame_and_not_a_copy()
    {
        WireValue image = new WireValue.Array(new NumpyArray(NumpyDtype.UInt8, new NumpyShape(1080, 1920, 3), new byte[1080 * 1920 * 3]));
        byte[] frame = Encoded(image);
        Assert.InRange(AllocatedBytes.Of(() => MsgpackNumpy.Decode(frame)), 0, 4096);
    }

    [Fact]
    public void A_chunk_is_read_into_a_span_without_allocation_and_its_nan_stays_visible()
    {
        float[] values = [.. Enumerable.Range(0, 50 * 14).Select(i => i == 8 ? float.NaN : i / 4f)];
        byte[] frame = Encoded(new WireValue.Map(new Dictionary<string, WireValue>
        {
            ["server_timing"] = new WireValue.Map(new Dictionary<string, WireValue> { ["infer_ms"] = new WireValue.Number(81) }),
            ["actions"] = new WireValue.Array(NumpyArray.OfSingles(values, new NumpyShape(50, 14))),
        }));
        double[] actions = new double[50 * 14];
        ActionBlock block = OpenPiActions.Read(frame, actions);
        Assert.Equal(new ActionBlock(50, 14, 1), block);
        Assert.Equal(values.Select(value => (double)value), actions);
        Assert.Equal(0, AllocatedBytes.Of(() => OpenPiActions.Read(frame, actions)));
        Codes.Expect("PO014", () => OpenPiActions.Read(frame, new double[699]));
        Codes.Expect("PO013", () => OpenPiActions.Read(Convert.FromHexString(MetadataHex), actions));
    }

    [Fact]
    public void A_hundred_thousand_damaged_frames_end_in_a_value_or_a_finding()
    {
        byte[][] samples = [Convert.FromHexString(ActionsHex), Convert.FromHexString(ScalarHex), Convert.FromHexString(MetadataHex)];
        double[] room = new double[16];
        int refused = Mutations.Survive(samples, 100_000, seed: 1, payload => MsgpackNumpy.Decode(payload));
        Mutations.Survive(samples, 20_000, seed: 2, payload => OpenPiActions.Read(payload, room));
        Assert.InRange(refused, 1000, 99_999);
    }

    [Fact]
    public void Numbers_of_every_size_survive_a_round_trip()
    {
        SeededRandom random = new(7);
        for (int i = 0; i < 2000; i++)
        {
            long whole = (long)(random.NextBits() >> random.NextInt(64)) * (random.NextInt(2) == 0 ? 1 : -1);
            Assert.Equal(new WireValue.Integer(whole), MsgpackNumpy.Decode(Encoded(new WireValue.Integer(whole))));
        }
    }

    private static byte[] Encoded(WireValue value)
    {
        WireBuffer buffer = new();
        MsgpackNumpy.Encode(value, buffer);
        return buffer.Written.ToArray();
    }
}
