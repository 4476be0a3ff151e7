namespace Interlock.Recording.Overview.Opening;

/// <summary>The messages of one stream in one stretch of a file, as numbers.</summary>
/// <param name="FileNs">File time of each message.</param>
/// <param name="Values">Row-major: a value for each signal of the stream.</param>
internal sealed record TopicRows(ulong[] FileNs, float[] Values)
{
    /// <summary>Stands where a message has no such value; another NaN is a value that is no number.</summary>
    public static readonly float Absent = BitConverter.UInt32BitsToSingle(AbsentBits);

    private const uint AbsentBits = 0x7FC0_DEAD;

    public long Bytes => (FileNs.LongLength * sizeof(ulong)) + (Values.LongLength * sizeof(float));

    public static bool IsAbsent(float value) => BitConverter.SingleToUInt32Bits(value) == AbsentBits;
}
