using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Interlock.Architecture.Tests;

/// <summary>Rooms know only the rooms they may know, in the project files and in what was built from them.</summary>
public sealed class RoomsTests
{
    private const string Cryptography = "System.Security.Cryptography.";

    private const string TlsFolder = "src/Interlock.Runtime/Proxies/Tls/";

    private static readonly string[] Digests = ["SHA256", "IncrementalHash", "HashAlgorithmName"];

    // What a TLS connection cannot be had without; the framework reads the key and uses it.
    private static readonly string[] Certificates = ["CryptographicException", "X509Certificates."];

    [Fact]
    public void Every_project_is_a_room_of_the_design()
    {
        Assert.NotEmpty(Repository.Projects);
        Assert.All(Repository.Projects, project => Assert.True(RoomTable.IsRoom(RoomOfProject(project)), $"{project} is no room of the table."));
    }

    [Fact]
    public void Project_references_follow_the_table()
    {
        IEnumerable<string> wrong =
            from project in Repository.Projects
            from reference in XDocument.Load(project).Descendants("ProjectReference")
            let target = RoomOfProject(reference.Attribute("Include")!.Value.Replace('\\', '/'))
            where !RoomTable.MayKnow(RoomOfProject(project), target)
            select $"{RoomOfProject(project)} → {target}";
        Findings.AssertNone(wrong);
    }

    [Fact]
    public void Assembly_references_follow_the_table()
    {
        Assert.Contains(Repository.Assemblies, path => path.EndsWith("Interlock.Core.dll", StringComparison.Ordinal));
        IEnumerable<string> wrong =
            from path in Repository.Assemblies
            let room = RoomTable.RoomOf(Path.GetFileNameWithoutExtension(path))!
            from name in AssemblyReferencesOf(path)
            let target = RoomTable.RoomOf(name)
            where target is not null && !RoomTable.MayKnow(room, target)
            select $"{room} → {target}";
        Findings.AssertNone(wrong);
    }

    [Fact]
    public void Only_the_command_line_uses_the_console()
    {
        IEnumerable<string> talkers = Repository.Assemblies
            .Where(path => TypeReferencesOf(path).Contains("System.Console"))
            .Select(path => RoomTable.RoomOf(Path.GetFileNameWithoutExtension(path))!)
            .Except([RoomTable.CompositionRoot]);
        Findings.AssertNone(talkers);
    }

    /// <summary>Digests of files and data are everybody's; keys, signatures and randomness of keys are not.</summary>
    [Fact]
    public void Only_the_executable_specification_signs_and_holds_keys()
    {
        IEnumerable<string> users =
            from path in Repository.Assemblies
            from type in TypeReferencesOf(path)
            where type.StartsWith(Cryptography, StringComparison.Ordinal) && !Digests.Contains(type[Cryptography.Length..])
            let room = RoomTable.RoomOf(Path.GetFileNameWithoutExtension(path))!
            where room != "Runtime" || !Certificates.Any(word => type[Cryptography.Length..].StartsWith(word, StringComparison.Ordinal))
            select room;
        Assert.Equal(["ExecSpec"], users.Distinct());
    }

    /// <summary>A proxy that listens on TLS shows a certificate. Reading and holding it is one folder's work; the rest of Runtime passes it on unopened.</summary>
    [Fact]
    public void Certificates_of_connections_are_read_in_one_folder()
    {
        IEnumerable<string> readers =
            from file in Repository.Sources
            let path = Repository.Relative(file)
            where path.StartsWith("src/Interlock.Runtime/", StringComparison.Ordinal) && !path.StartsWith(TlsFolder, StringComparison.Ordinal)
            where File.ReadAllText(file).Contains("System.Security.Cryptography.X509Certificates", StringComparison.Ordinal)
            select path;
        Findings.AssertNone(readers);
    }

    [Fact]
    public void Every_room_has_its_tests()
    {
        IEnumerable<string> untested = Repository.Projects
            .Select(project => Path.GetFileNameWithoutExtension(project))
            .Where(name => !Directory.Exists(Path.Combine(Repository.Root, "test", $"{name}.Tests")));
        Findings.AssertNone(untested);
    }

    private static string RoomOfProject(string path) => RoomTable.RoomOf(Path.GetFileNameWithoutExtension(path)) ?? path;

    private static string[] AssemblyReferencesOf(string path) => Read(path, metadata =>
        metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)));

    private static string[] TypeReferencesOf(string path) => Read(path, metadata =>
        metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"));

    private static string[] Read(string path, Func<MetadataReader, IEnumerable<string>> query)
    {
        using FileStream stream = File.OpenRead(path);
        using PEReader image = new(stream);
        return [.. query(image.GetMetadataReader())];
    }
}
