namespace Interlock.TestSupport;

/// <summary>A test that reads <c>../shared/&lt;path&gt;</c>; skipped, with the reason, where that folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string path)
    {
        Path = path;
        if (!SharedFiles.Exists(path))
        {
            Skip = $"../shared/{path} is not here: real data is not part of the repository.";
        }
    }

    public string Path { get; }
}
