using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire;

/// <summary>The fields of one message by name; a missing field and one of the wrong kind are findings that name it.</summary>
internal readonly struct WireFields(string message, WireValue.Map map)
{
    public WireValue? Find(string name) => map.Entries.TryGetValue(name, out WireValue? value) ? value : null;

    public WireValue Any(string name) =>
        Find(name) ?? throw WireError.In(WireCodes.WrongMessage, message, name, $"the field {Quoted.Of(name)} is missing");

    public string Text(string name) => Any(name) is WireValue.Text text ? text.Value : throw Wrong(name, "text");

    public bool Boolean(string name) => Any(name) is WireValue.Boolean boolean ? boolean.Value : throw Wrong(name, "true or false");

    public WireValue.Map Map(string name) => Any(name) as WireValue.Map ?? throw Wrong(name, "a map");

    public WireValue.List List(string name) => Any(name) as WireValue.List ?? throw Wrong(name, "a list");

    public NumpyArray Array(string name) => Any(name) is WireValue.Array array ? array.Value : throw Wrong(name, "an array");

    public long Integer(string name) =>
        Any(name) is WireValue.Integer whole && whole.Value >= long.MinValue && whole.Value <= long.MaxValue
            ? (long)whole.Value
            : throw Wrong(name, "a whole number of 64 bits");

    public double Number(string name) => Any(name) switch
    {
        WireValue.Number number => number.Value,
        WireValue.Integer whole => (double)whole.Value,
        _ => throw Wrong(name, "a number"),
    };

    public DiagnosticException Wrong(string name, string wanted) =>
        WireError.In(WireCodes.WrongMessage, message, name, $"the field {Quoted.Of(name)} should be {wanted}");
}
