using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire.Lerobot;

namespace Interlock.Policies.Tests.Wire.Pickle;

public sealed class HostilePickleTests
{
    [Theory]
    [InlineData("\u0080\u0002cos\nsystem\nX\u0004\0\0\0true\u0085R.", "os.system")]
    [InlineData("\u0080\u0004\u008c\u0002os\u008c\u0006system\u0093\u008c\u0004true\u0085R.", "os.system")]
    [InlineData("\u0080\u0002(X\u0004\0\0\0trueios\nsystem\n.", "os.system")]
    [InlineData("\u0080\u0002cbuiltins\neval\n.", "builtins.eval")]
    [InlineData("\u0080\u0002cnumpy\ndtype.__class__\n.", "numpy.dtype.__class__")]
    [InlineData("\u0080\u0002ccollections.OrderedDict\n__init__\n.", "collections.OrderedDict.__init__")]
    public void A_name_that_is_not_on_the_list_is_refused_by_name(string pickle, string name)
    {
        Diagnostic finding = Codes.Of(() => LerobotPayload.ReadActions(Bytes(pickle)));
        Assert.Equal("PO030", finding.Code);
        Assert.Contains($"'{name}'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void What_python_pickles_for_a_shell_command_is_refused_by_name(int protocol)
    {
        Diagnostic finding = Codes.Of(() => LerobotPayload.ReadObservation(PythonVectors.Bytes($"evil_{protocol}")));
        Assert.Equal("PO030", finding.Code);
        Assert.Contains("system'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_under_protocol_2_need_a_function_call_and_are_refused_by_name() =>
        Assert.Contains("_codecs.encode", Codes.Of(() => LerobotPayload.ReadObservation(PythonVectors.Bytes("observation_2"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\u0080\u0001.", "PO033")]
    [InlineData("\u0080\u0006.", "PO033")]
    [InlineData("\u0080\u0004", "PO001")]
    [InlineData("\u0080\u0004.", "PO032")]
    [InlineData("\u0080\u0004t.", "PO032")]
    [InlineData("\u0080\u0004K\u0001K\u0002.", "PO032")]
    [InlineData("\u0080\u0004h\u0009.", "PO032")]
    [InlineData("\u0080\u0004}K\u0001K\u0002s.", "PO009")]
    [InlineData("\u0080\u0004}\u008c\u0001aN\u008c\u0001aNu.", "PO032")]
    [InlineData("\u0080\u0004}(\u008c\u0001aN\u008c\u0001aNu.", "PO008")]
    [InlineData("\u0080\u0004\u008f.", "PO031")]
    [InlineData("\u0080\u0004\u0092.", "PO031")]
    [InlineData("\u0080\u0004\u008a\u00ff.", "PO003")]
    [InlineData("\u0080\u0004]R.", "PO032")]
    [InlineData("\u0080\u0004N)R.", "PO034")]
    [InlineData("\u0080\u0002cnumpy\nndarray\n)R.", "PO034")]
    [InlineData("\u0080\u0002cnumpy\nndarray\n)\u0081.", "PO034")]
    [InlineData("\u0080\u0002NQ.", "PO036")]
    [InlineData("\u0080\u0002ctorch.storage\n_load_from_bytes\nC\0\u0085R.", "PO036")]
    [InlineData("\u0080\u0004N.N", "PO004")]
    [InlineData("\u0080\u0004N.", "PO038")]
    [InlineData("\u0080\u0004B\u00ff\u00ff\u00ff\u007f.", "PO001")]
    [InlineData("\u0080\u0004\u008e\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff.", "PO001")]
    [InlineData("\u0080\u0004\u0095\0\0\0\u0080\0\0\0\0N.", "PO001")]
    public void Damage_and_lies_about_length_are_findings(string pickle, string code) =>
        Codes.Expect(code, () => LerobotPayload.ReadActions(Bytes(pickle)));

    [Fact]
    public void Deep_nesting_is_refused_however_it_is_built()
    {
        Codes.Expect("PO002", () => LerobotPayload.ReadActions(Bytes("\u0080\u0004" + new string('(', 100_000))));
        Codes.Expect("PO002", () => LerobotPayload.ReadObservation(Wrapped("N" + new string('\u0085', 10_000))));
        Codes.Expect("PO002", () => LerobotPayload.ReadObservation(Wrapped("]\u0094h\0a")));
    }

    [Fact]
    public void A_memo_bomb_is_refused_within_its_budget()
    {
        StringBuilder bomb = new("N");
        for (int i = 0; i < 60; i++)
        {
            bomb.Append($"\u0094h{(char)i}\u0086");
        }

        byte[] payload = Wrapped(bomb.ToString());
        Assert.InRange(AllocatedBytes.Of(() => Codes.Expect("PO003", () => LerobotPayload.ReadObservation(payload))), 0, (4 * payload.Length) + (2 << 20));
    }

    [Fact]
    public void Many_small_values_are_refused_within_their_budget()
    {
        byte[] payload = Bytes("\u0080\u0004](" + new string(']', 1_000_000) + "e.");
        Assert.InRange(AllocatedBytes.Of(() => Codes.Expect("PO003", () => LerobotPayload.ReadActions(payload))), 0, (4 * payload.Length) + (2 << 20));
    }

    private static byte[] Wrapped(string value) => Bytes(
        "\u0080\u0004\u008c\u001flerobot.async_inference.helpers\u008c\u0010TimedObservation\u0093)\u0081}(\u008c\u000bobservation" + value + "ub.");

    private static byte[] Bytes(string latin) => Encoding.Latin1.GetBytes(latin);
}
