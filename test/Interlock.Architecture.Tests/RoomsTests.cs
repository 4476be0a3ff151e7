using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Interlock.Architecture.Tests;

/// <summary>Rooms know only the rooms they may know, in the project files and in what was built from them.</summary>
public sealed class RoomsTests
{
    private const string Cryptography = "System.Security.Cryptography.";

    private static readonly string[] Digests = ["SHA256", "IncrementalHash", "HashAlgorithmName"];

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
            select RoomTable.RoomOf(Path.GetFileNameWithoutExtension(path))!;
        Assert.Equal(["ExecSpec"], users.Distinct());
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
