using System.Text;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;

namespace Interlock.Native.Border;

/// <summary>Text and arrays from a caller.</summary>
internal static unsafe class TextIn
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text; an empty one for a null pointer of size 0.</summary>
    public static string Read(byte* text, nuint size, string what)
    {
        if (size > ContractLimits.MaxFileBytes)
        {
            throw new DiagnosticException("CT002", $"the {what} is larger than {ContractLimits.MaxFileBytes} bytes", SourcePlace.OfFile(what));
        }

        ReadOnlySpan<byte> bytes = Items<byte>(text, size, what);
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            throw new DiagnosticException(
                "CT001", $"the {what} is not UTF-8 text", new SourcePlace(what, null, $"byte {exception.Index}"), "pass it as UTF-8");
        }
    }

    public static ReadOnlySpan<T> Items<T>(T* data, nuint count, string what)
        where T : unmanaged
    {
        if (data == null && count != 0)
        {
            throw new ArgumentException($"{what}: a null pointer of size {count}");
        }

        return count <= int.MaxValue ? new ReadOnlySpan<T>(data, (int)count) : throw new ArgumentException($"{what}: {count} is too many");
    }
}
