using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.JsonNumpy;
using Interlock.Runtime.Proxies.Guarding;

namespace Interlock.Runtime.Proxies.OpenVla;

/// <summary>
/// A reply of an OpenVLA or OFT server, of which only the base64 of the actions is changed. Where JSON text lies inside JSON it is changed there as well.
/// </summary>
internal sealed class ActEdit
{
    private readonly byte[] _body;
    private readonly byte[] _inner;
    private readonly List<Range> _texts = [];

    private ActEdit(byte[] body, WireValue value)
    {
        _body = body;
        IsDoubleEncoded = body.AsSpan().TrimStart(" \t\r\n"u8)[0] == '"';
        _inner = IsDoubleEncoded ? ActFields.Unescaped(body) : body;
        IsList = value is WireValue.List;
        Cells = value switch
        {
            WireValue.Array array => [ActionCells.Of(array.Value)],
            WireValue.List list => [.. list.Items.Select(item => ActionCells.Of(((WireValue.Array)item).Value))],
            _ => [],
        };
    }

    public bool IsDoubleEncoded { get; }

    /// <summary>True for a list of actions, false for one array.</summary>
    public bool IsList { get; }

    /// <summary>The arrays of actions.</summary>
    public IReadOnlyList<ActionCells> Cells { get; }

    /// <summary>Reads a reply.</summary>
    /// <param name="body">Its whole body, ours to write to.</param>
    /// <param name="values">Receives the actions.</param>
    /// <param name="block">Their shape.</param>
    /// <exception cref="DiagnosticException">PO022: the server replied "error"; other PO codes, RT205, RT207: no reply.</exception>
    public static ActEdit Read(byte[] body, double[] values, out ActionBlock block)
    {
        WireValue value = ActReply.Decode(body);
        block = ActionRows.Copy(value, values);
        ActEdit edit = new(body, value);
        edit.FindTexts();
        return edit;
    }

    /// <summary>The body with the cells as they are now.</summary>
    public ReadOnlyMemory<byte> Written()
    {
        bool fits = true;
        int cursor = 0;
        for (int i = 0; i < Cells.Count; i++)
        {
            byte[] before = _inner[_texts[i]];
            Base64.EncodeToUtf8(Cells[i].Bytes, _inner.AsSpan(_texts[i]), out _, out _);
            fits &= !IsDoubleEncoded || Replace(before, _inner.AsSpan(_texts[i]), ref cursor);
        }

        return fits ? _body : JsonText(_inner);
    }

    // The quotes around it are escaped in the outer text; a base64 text is the same in both unless a server escapes slashes.
    private bool Replace(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, ref int cursor)
    {
        byte[] quoted = [.. "\\\""u8, .. before, .. "\\\""u8];
        int at = _body.AsSpan(cursor).IndexOf(quoted);
        if (at < 0)
        {
            return false;
        }

        after.CopyTo(_body.AsSpan(cursor + at + 2));
        cursor += at + quoted.Length;
        return true;
    }

    private static ReadOnlyMemory<byte> JsonText(byte[] inner)
    {
        ArrayBufferWriter<byte> whole = new();
        using Utf8JsonWriter writer = new(whole);
        writer.WriteStringValue(inner);
        writer.Flush();
        return whole.WrittenMemory;
    }

    private void FindTexts()
    {
        Utf8JsonReader reader = new(_inner);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("__numpy__"u8))
            {
                reader.Read();
                int start = (int)reader.TokenStartIndex + 1;
                _texts.Add(start..(start + reader.ValueSpan.Length));
            }
        }

        bool isPlain = _texts.Count == Cells.Count;
        for (int i = 0; isPlain && i < _texts.Count; i++)
        {
            isPlain = _inner.AsSpan(_texts[i]).Length == Base64.GetMaxEncodedToUtf8Length(Cells[i].Bytes.Length);
        }

        if (!isPlain)
        {
            throw ProxyError.Of(ProxyCodes.WrongMessage, "reply", "the base64 of the actions has escapes or blanks and cannot be changed in place");
        }
    }
}
