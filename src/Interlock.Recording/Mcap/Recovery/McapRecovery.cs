using Interlock.Core.Diagnostics;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Mcap.Recovery;

/// <summary>
/// Saves what a truncated or damaged MCAP file still holds into a new, valid file: every chunk whose checksum holds, the complete messages
/// of an unfinished last chunk, records outside chunks, attachments whose checksum holds. The damaged file is only read.
/// </summary>
public static class McapRecovery
{
    private const string Library = "interlock record recover";

    /// <summary>Recovers <paramref name="path"/> into <paramref name="target"/>, which appears whole or not at all.</summary>
    /// <param name="path">The damaged file.</param>
    /// <param name="target">The new file; must not exist.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <exception cref="DiagnosticException">RC012 unreadable, RC013 nothing to save, RC014 the target exists or cannot be written.</exception>
    public static McapRecoveryReport Recover(string path, string target, McapLimits? limits = null)
    {
        if (Path.Exists(target))
        {
            throw new DiagnosticException("RC014", "the target exists already", SourcePlace.OfFile(target), "choose another name; recovery never overwrites");
        }

        using FileStream damaged = McapFile.OpenRead(path);
        string partial = $"{target}.partial";
        try
        {
            McapRecoveryReport report;
            using (FileStream stream = File.Create(partial))
            {
                report = Recover(damaged, stream, path, limits);
            }

            File.Move(partial, target);
            return report;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException("RC014", $"the target cannot be written: {exception.Message.TrimEnd('.')}", SourcePlace.OfFile(target), "check the folder, its permissions and the free space");
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Recovers from one stream into another.</summary>
    /// <param name="damaged">Can seek; left open.</param>
    /// <param name="target">Where the valid file goes; left open.</param>
    /// <param name="name">Name of the damaged file in findings; null for none.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <exception cref="DiagnosticException">RC012 unreadable, RC013 nothing to save.</exception>
    public static McapRecoveryReport Recover(Stream damaged, Stream target, string? name = null, McapLimits? limits = null)
    {
        ByteSource source = new(damaged, name, limits ?? new McapLimits());
        (long start, McapHeader? header) = Begin(source);
        FileContents? summary = Summary(source);
        LossList losses = new(name);
        using McapWriter writer = new(target, new McapWriterOptions { Profile = header?.Profile ?? "", Library = Library, ChunkDurationNs = ulong.MaxValue }, leaveOpen: true);
        SalvageOutput output = new(writer, summary?.Definitions ?? new Definitions(name), name, losses);
        Salvage salvage = new(source, writer, output, losses);
        salvage.Run(start);
        output.WriteRemainingDefinitions();
        if (header is null && salvage.Chunks + salvage.Attachments + salvage.Metadata + output.Messages == 0)
        {
            throw McapError.At("RC013", name, 0, "nothing in the file can be recognised as MCAP", "check that it is an MCAP file");
        }

        ulong? missing = summary?.Statistics is { } statistics ? statistics.MessageCount - Math.Min(statistics.MessageCount, output.Messages) : null;
        bool complete = summary is not null && header is not null && losses.Count == 0 && (missing ?? 0) == 0;
        return new(output.Messages, output.Unverified, salvage.Chunks, salvage.Attachments, salvage.Metadata, missing, complete, losses.Items, losses.Count);
    }

    // A damaged beginning is passed over: what follows can still prove itself.
    private static (long Start, McapHeader? Header) Begin(ByteSource source)
    {
        try
        {
            RecordExtent header = source.Extent(McapFormat.Magic.Length, source.Length);
            return header.Opcode == Opcode.Header
                ? (header.End, RecordDecoder.Header(source.Fields(source.Content(header), header)))
                : (0, null);
        }
        catch (DiagnosticException)
        {
            return (0, null);
        }
    }

    private static FileContents? Summary(ByteSource source)
    {
        try
        {
            return SummaryReader.Read(source, FileFrame.Read(source));
        }
        catch (DiagnosticException)
        {
            return null;
        }
    }
}
