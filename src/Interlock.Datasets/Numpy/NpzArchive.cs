using System.IO.Compression;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>Members of an npz archive: npy files in a zip, stored or deflated.</summary>
internal sealed class NpzArchive : IArrayStore
{
    private const int MaximumMembers = 4096;

    private readonly string _path;

    public NpzArchive(string path)
    {
        _path = path;
        using ZipArchive archive = OpenZip();
        Names = [.. Members(archive).Select(member => member.FullName[..^NpyFolder.Ending.Length])];
    }

    public string Location => _path;

    public string Format => "npz";

    public IReadOnlyList<string> Names { get; }

    public ArrayFile Open(string name)
    {
        SourcePlace place = new(_path, Key: name + NpyFolder.Ending);
        ZipMemberStream stream = OpenMember(name + NpyFolder.Ending, place);
        return new ArrayFile(stream, stream.Length, place);
    }

    public static DiagnosticException Corrupt(SourcePlace place, Exception cause) =>
        new(
            FileCode.NpzArchive,
            $"The archive is damaged: {cause.Message.TrimEnd('.')}",
            place,
            "copy it again, or save it again with numpy.savez");

    private ZipMemberStream OpenMember(string name, SourcePlace place)
    {
        ZipArchive? archive = OpenZip();
        try
        {
            ZipArchiveEntry member = Members(archive).First(entry => entry.FullName == name);
            ZipBomb.Refuse(member.Length, member.CompressedLength, place);
            ZipMemberStream stream = new(archive, member, place);
            archive = null;
            return stream;
        }
        catch (InvalidDataException exception)
        {
            throw Corrupt(place, exception);
        }
        finally
        {
            archive?.Dispose();
        }
    }

    private IEnumerable<ZipArchiveEntry> Members(ZipArchive archive)
    {
        try
        {
            if (archive.Entries.Count > MaximumMembers)
            {
                throw new DiagnosticException(
                    FileCode.NpzArchive, $"{archive.Entries.Count} members are more than {MaximumMembers}", SourcePlace.OfFile(_path));
            }

            return archive.Entries.Where(entry => entry.FullName.EndsWith(NpyFolder.Ending, StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            throw Corrupt(SourcePlace.OfFile(_path), exception);
        }
    }

    private ZipArchive OpenZip()
    {
        FileStream stream = DatasetFile.OpenRead(_path);
        try
        {
            return new ZipArchive(stream, ZipArchiveMode.Read);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentException)
        {
            stream.Dispose();
            throw Corrupt(SourcePlace.OfFile(_path), exception);
        }
    }
}
