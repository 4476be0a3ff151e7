using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Interlock.Core.Text;

namespace Interlock.Recording.Flight.Encoding;

/// <summary>
/// A buffer of JSON, written by hand because a thousand steps a second are: numbers go straight to UTF-8, shortest form that reads back to the
/// same bits. Non-finite numbers are the strings of <see cref="JsonNumber"/>. Allocates only while the buffer grows.
/// </summary>
internal sealed class JsonText
{
    private const int FirstBytes = 4096;

    // The longest double is 24 characters, the longest long 20.
    private const int LongestNumber = 32;

    private byte[] _bytes = new byte[FirstBytes];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public JsonText Begin()
    {
        _length = 0;
        return this;
    }

    public JsonText Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        _length += json.Length;
        return this;
    }

    public JsonText Number(long value)
    {
        _ = Utf8Formatter.TryFormat(value, Room(LongestNumber), out int written);
        _length += written;
        return this;
    }

    public JsonText Number(double value)
    {
        if (!double.IsFinite(value))
        {
            return Raw(double.IsNaN(value) ? "\"NaN\""u8 : value > 0 ? "\"Infinity\""u8 : "\"-Infinity\""u8);
        }

        _ = value.TryFormat(Room(LongestNumber), out int written, default, CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }

    public JsonText Number(double? value) => value is { } given ? Number(given) : Raw("null"u8);

    public JsonText Numbers(ReadOnlySpan<double> values)
    {
        Raw("["u8);
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                Raw(","u8);
            }

            Number(values[i]);
        }

        return Raw("]"u8);
    }

    public JsonText Text(string? text) => text is null
        ? Raw("null"u8)
        : Raw("\""u8).Raw(System.Text.Encoding.UTF8.GetBytes(JavaScriptEncoder.Default.Encode(text))).Raw("\""u8);

    public JsonText Base64(ReadOnlySpan<byte> data)
    {
        Raw("\""u8);
        _ = System.Buffers.Text.Base64.EncodeToUtf8(data, Room(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(data.Length)), out _, out int written);
        _length += written;
        return Raw("\""u8);
    }

    /// <summary>A time as viewers know it: seconds and nanoseconds.</summary>
    public JsonText Time(ulong timeNs) =>
        Raw("{\"sec\":"u8).Number((long)(timeNs / NsPerS)).Raw(",\"nsec\":"u8).Number((long)(timeNs % NsPerS)).Raw("}"u8);

    private const ulong NsPerS = 1_000_000_000;

    private Span<byte> Room(int bytes)
    {
        if (_bytes.Length - _length < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(_length + bytes, 2 * _bytes.Length));
        }

        return _bytes.AsSpan(_length);
    }
}
