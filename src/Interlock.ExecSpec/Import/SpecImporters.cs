using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.Groot;
using Interlock.ExecSpec.Import.LegacyLeRobot;
using Interlock.ExecSpec.Import.LeRobot;
using Interlock.ExecSpec.Import.LeRobotDataset;
using Interlock.ExecSpec.Import.OpenPi;
using Interlock.ExecSpec.Import.OpenVla;
using Interlock.ExecSpec.Import.Sources;

namespace Interlock.ExecSpec.Import;

/// <summary>The closed list of importers, the most particular first.</summary>
internal static class SpecImporters
{
    public static IReadOnlyList<ISpecImporter> All { get; } =
    [
        new SpecFileImporter(),
        new OftImporter(),
        new OpenVlaImporter(),
        new OpenPiImporter(),
        new LeRobotImporter(),
        new LegacyLeRobotImporter(),
        new GrootImporter(),
        new LeRobotDatasetImporter(),
    ];

    public static ISpecImporter For(ImportSource source, string? ecosystem)
    {
        ISpecImporter? importer = ecosystem is null
            ? All.FirstOrDefault(candidate => candidate.Recognises(source))
            : All.FirstOrDefault(candidate => candidate.Ecosystem == ecosystem);
        return importer ?? throw (ecosystem is null ? Unrecognised(source) : UnknownEcosystem(ecosystem));
    }

    private static DiagnosticException Unrecognised(ImportSource source) => new(
        ImportCode.Unrecognised,
        "no importer recognises this",
        SourcePlace.OfFile(source.Path),
        $"looked for: {string.Join("; ", All.Select(importer => $"{importer.Ecosystem}: {importer.LooksFor}"))}");

    private static DiagnosticException UnknownEcosystem(string ecosystem) => new(
        ImportCode.Unrecognised,
        $"there is no importer {Quoted.Of(ecosystem)}",
        hint: $"one of: {string.Join(", ", All.Select(importer => importer.Ecosystem))}");
}
