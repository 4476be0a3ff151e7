namespace Interlock.Recording.Flight;

/// <summary>Takes step records on the recorder's thread: encodes them and writes them to a file.</summary>
public interface IStepSink
{
    /// <summary>Takes one record; its first eight bytes are the log time, ns, little-endian.</summary>
    void Write(ReadOnlySpan<byte> record);

    /// <summary>Makes what was taken safe against a crash of this process.</summary>
    void Flush();
}
