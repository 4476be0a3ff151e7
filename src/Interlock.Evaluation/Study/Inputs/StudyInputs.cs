using Interlock.Core.Diagnostics;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Reads the files and folders that a study was given, in their order.</summary>
internal static class StudyInputs
{
    private static readonly EnumerationOptions Files = new() { RecurseSubdirectories = false };

    public static StudyMaterial Read(IReadOnlyList<string> paths, string? labelsFile, CancellationToken cancellation)
    {
        StudyMaterial material = new();
        LabelFile? labels = labelsFile is null ? null : LabelFile.Read(Existing(labelsFile), forSeveralLogs: true);
        foreach (string file in paths.SelectMany(Expand).Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            ReadFile(file, labels, material, cancellation);
        }

        material.QualifySharedNames();
        return material;
    }

    private static void ReadFile(string file, LabelFile? labels, StudyMaterial material, CancellationToken cancellation)
    {
        if (IsStepLog(file))
        {
            material.Policies.Add(StepLog.Read(file, labels ?? LabelFile.Beside(file), cancellation));
        }
        else
        {
            PublishedDocument.Read(file, material);
        }
    }

    private static IEnumerable<string> Expand(string path)
    {
        if (!Directory.Exists(path))
        {
            return [Existing(path)];
        }

        string[] inside = [.. Directory.EnumerateFiles(path, "*", Files).Where(IsStudyFile).Order(StringComparer.Ordinal)];
        return inside.Length > 0
            ? inside
            : throw new DiagnosticException(
                StudyCode.NotFound, "the folder holds no .json and no .jsonl file", SourcePlace.OfFile(path));
    }

    private static string Existing(string path) => File.Exists(path)
        ? path
        : throw new DiagnosticException(
            StudyCode.NotFound, "there is no such file or folder", SourcePlace.OfFile(path), "paths are relative to the current folder");

    private static bool IsStepLog(string file) => Path.GetExtension(file) is ".jsonl" or ".ndjson";

    private static bool IsStudyFile(string file) =>
        !LabelFile.IsSidecar(file) && (IsStepLog(file) || Path.GetExtension(file) == ".json");
}
