using System.Text;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.JsonNumpy;

namespace Interlock.Policies.Tests.Wire.JsonNumpy;

public sealed class JsonNumpyTests
{
    private const string Actions = """{"__numpy__":"AACAPwAAAMA=","dtype":"<f4","shape":[1,2]}""";

    [Fact]
    public void The_examples_of_json_numpy_decode()
    {
        double[] row = new double[2];
        Assert.Equal(new ActionBlock(1, 2, 0), ActionRows.Copy(Reply(Actions), row));
        Assert.Equal([1, -2], row);
        WireValue scalar = Reply("""{"__numpy__":"AAAAAAAA4D8=","dtype":"<f8","shape":[]}""");
        double[] one = new double[1];
        Assert.IsType<WireValue.Array>(scalar).Value.CopyTo(one);
        Assert.Equal(0.5, one[0]);
    }

    [Fact]
    public void A_nan_that_base64_hides_is_counted_after_decoding()
    {
        string nan = Convert.ToBase64String(BitConverter.GetBytes(float.NaN));
        ActionBlock block = ActionRows.Copy(Reply($$"""[{"__numpy__":"{{nan}}","dtype":"<f4","shape":[1]}]"""), new double[4]);
        Assert.Equal(new ActionBlock(1, 1, 1), block);
    }

    [Theory]
    [InlineData("\"error\"", "PO022")]
    [InlineData("\"\\\"error\\\"\"", "PO022")]
    [InlineData("\"\\\"again\\\"\"", "PO023")]
    [InlineData("{", "PO020")]
    [InlineData("[NaN]", "PO020")]
    [InlineData("", "PO020")]
    [InlineData("{\"a\":1,\"a\":2}", "PO008")]
    [InlineData("[\"\\ud800\"]", "PO005")]
    [InlineData("{\"__numpy__\":\"AA==\",\"dtype\":[[\"x\",\"<f4\"]],\"shape\":[1]}", "PO007")]
    [InlineData("{\"__numpy__\":\"AA==\",\"dtype\":\"|O\",\"shape\":[1]}", "PO007")]
    [InlineData("{\"__numpy__\":\"AA==\",\"dtype\":\"<f4\",\"shape\":[1]}", "PO006")]
    [InlineData("{\"__numpy__\":\"AA==\",\"dtype\":\"|u1\",\"shape\":[-1]}", "PO006")]
    [InlineData("{\"__numpy__\":\"%%\",\"dtype\":\"|u1\",\"shape\":[1]}", "PO021")]
    [InlineData("{\"__numpy__\":7,\"dtype\":\"|u1\",\"shape\":[1]}", "PO021")]
    [InlineData("{\"__numpy__\":\"AA==\"}", "PO021")]
    public void Failures_of_the_server_and_damage_are_findings(string body, string code) => Codes.Expect(code, () => Reply(body));

    [Fact]
    public void Deep_nesting_is_refused() => Codes.Expect("PO020", () => Reply(new string('[', 100_000)));

    [SharedFact("data/openvla-oft-libero-observation")]
    public void Real_requests_decode_alike_in_both_encodings()
    {
        ActRequest plain = ActRequest.Decode(Shared("wire_openvla_act_request.json"));
        ActRequest twice = ActRequest.Decode(Shared("wire_openvla_act_request_double_encoded.json"));
        Assert.Equal((false, true), (plain.IsDoubleEncoded, twice.IsDoubleEncoded));
        Assert.Equal(plain.Fields.Entries.Keys, twice.Fields.Entries.Keys);
        foreach (ActRequest request in new[] { plain, twice })
        {
            WireBuffer buffer = new();
            request.Encode(buffer);
            ActRequest again = ActRequest.Decode(buffer.Written.Span);
            Assert.Equal(Image(plain), Image(again));
            Assert.Equal(request.Fields.Entries["unnorm_key"], again.Fields.Entries["unnorm_key"]);
        }
    }

    [SharedFact("data/openvla-oft-libero-observation")]
    public void Real_replies_give_the_same_numbers_in_every_form()
    {
        double[] plain = new double[7];
        double[] twice = new double[7];
        double[] chunk = new double[8 * 7 * 2];
        ActionRows.Copy(ActReply.Decode(Shared("wire_openvla_act_response.json")), plain);
        ActionRows.Copy(ActReply.Decode(Shared("wire_openvla_act_response_double_encoded.json")), twice);
        ActionBlock block = ActionRows.Copy(ActReply.Decode(Shared("wire_oft_act_response.json")), chunk);
        Assert.Equal(0.01, plain[0]);
        Assert.Equal(plain, twice);
        Assert.Equal(7, block.Columns);
        WireBuffer buffer = new();
        ActReply.Encode(ActReply.Decode(Shared("wire_openvla_act_response.json")), doubleEncoded: false, buffer);
        Assert.Equal(Encoding.UTF8.GetString(Shared("wire_openvla_act_response.json")).TrimEnd(), Encoding.UTF8.GetString(buffer.Written.Span));
    }

    [Fact]
    public void A_hundred_thousand_damaged_bodies_end_in_a_value_or_a_finding()
    {
        byte[][] samples = [Encoding.UTF8.GetBytes($"[{Actions},{Actions}]"), Encoding.UTF8.GetBytes("\"{\\\"a\\\":[1,2.5,null,true]}\"")];
        Assert.InRange(Mutations.Survive(samples, 100_000, seed: 3, payload => ActReply.Decode(payload)), 1000, 99_999);
        Mutations.Survive(samples, 10_000, seed: 4, payload => ActRequest.Decode(payload));
    }

    private static byte[] Image(ActRequest request) => Assert.IsType<WireValue.Array>(request.Fields.Entries["image"]).Value.Data.ToArray();

    private static byte[] Shared(string name) => File.ReadAllBytes(SharedFiles.PathOf($"data/openvla-oft-libero-observation/{name}"));

    private static WireValue Reply(string json) => ActReply.Decode(Encoding.UTF8.GetBytes(json));
}
