using System.Text;

namespace Interlock.Native.Border;

/// <summary>Text for a caller's buffer: UTF-8 with a closing zero byte.</summary>
internal static unsafe class TextOut
{
    /// <summary>Writes all of the text or, into a buffer that is too small, nothing but an empty string.</summary>
    /// <param name="needed">Receives the size with the closing zero; may be null.</param>
    public static Status Write(string text, byte* buffer, nuint capacity, nuint* needed)
    {
        nuint size = (nuint)Encoding.UTF8.GetByteCount(text) + 1;
        if (needed != null)
        {
            *needed = size;
        }

        if (buffer == null || capacity < size)
        {
            Truncate(string.Empty, buffer, capacity);
            return needed != null && capacity == 0 ? Status.Ok : LastError.Set(Status.Buffer, $"the text needs {size} bytes");
        }

        Truncate(text, buffer, capacity);
        return Status.Ok;
    }

    /// <summary>Writes as much as fits, cut between characters.</summary>
    public static void Truncate(string text, byte* buffer, nuint capacity)
    {
        if (buffer == null || capacity == 0)
        {
            return;
        }

        Span<byte> room = new(buffer, (int)Math.Min(capacity - 1, int.MaxValue - 1));
        Encoding.UTF8.GetEncoder().Convert(text, room, flush: true, out _, out int written, out _);
        buffer[written] = 0;
    }
}
