namespace Interlock.Cli.Inputs;

/// <summary>A short name for a dataset, from where it lies.</summary>
internal static class SourceName
{
    private const string Fallback = "calibrated";

    /// <summary>The last part of a path or Hub reference, without ending, revision and commit.</summary>
    public static string Of(string location)
    {
        string reference = location.Split(" (")[0].Split('@')[0];
        string last = reference.TrimEnd('/', '\\').Split('/', '\\', ':')[^1];
        string name = location.StartsWith("hub:", StringComparison.Ordinal) ? last : Path.GetFileNameWithoutExtension(last);
        return name.Length == 0 || name == "." ? Fallback : name;
    }
}
