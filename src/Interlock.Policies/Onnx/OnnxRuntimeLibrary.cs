using Interlock.Core.Diagnostics;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx;

/// <summary>
/// Finds the native library of ONNX Runtime (1.17 or later). Order: a path named in the settings; the environment variable
/// <c>INTERLOCK_ONNXRUNTIME</c> (file or folder); beside the application and its <c>runtimes/RID/native</c>; <c>eng/natives/lib/RID</c> of the
/// checkout that the application was built or started in; the system's own search. A path that is named is the only one looked at.
/// </summary>
public static class OnnxRuntimeLibrary
{
    /// <summary>Environment variable that names the library or its folder.</summary>
    public const string Variable = "INTERLOCK_ONNXRUNTIME";

    private const string Fix = $"run eng/natives/fetch in the checkout, or let {Variable} name the libonnxruntime file of ONNX Runtime 1.17 or later";

    /// <summary>Looks for the library, loads it and asks for its version.</summary>
    /// <param name="path">File or folder to look at instead of searching; null to search.</param>
    public static OnnxRuntimeFinding Find(string? path = null)
    {
        (LoadedLibrary? library, List<string> places) = Search(path);
        return new OnnxRuntimeFinding
        {
            Path = library is { IsUsable: true } ? library.Path : null,
            Version = library is { IsUsable: true } ? library.Version : null,
            LookedAt = places,
            Problem = Problem(library, places),
        };
    }

    /// <exception cref="DiagnosticException">PO140, PO141.</exception>
    internal static OrtRuntime Load(string? path)
    {
        (LoadedLibrary? library, List<string> places) = Search(path);
        return Problem(library, places) is { } problem ? throw new DiagnosticException([problem]) : OrtRuntime.Of(library!.Table);
    }

    private static (LoadedLibrary? Library, List<string> Places) Search(string? path)
    {
        string? named = path ?? Environment.GetEnvironmentVariable(Variable);
        IEnumerable<string> candidates = string.IsNullOrEmpty(named)
            ? LibrarySearch.Files().Concat(LibrarySearch.FileNames())
            : [Path.GetFullPath(LibrarySearch.Named(named))];
        List<string> places = [];
        LoadedLibrary? unusable = null;
        foreach (string place in candidates)
        {
            places.Add(place);
            LoadedLibrary? library = Path.IsPathRooted(place) && !File.Exists(place) ? null : LoadedLibrary.TryLoad(place) ?? Refused(place);
            if (library is { IsUsable: true })
            {
                return (library, places);
            }

            unusable ??= library;
        }

        return (unusable, places);
    }

    /// <summary>A file that is there but that the system does not load; null for a name that it does not know.</summary>
    private static LoadedLibrary? Refused(string place) => File.Exists(place) ? new LoadedLibrary(place, null, 0) : null;

    private static Diagnostic? Problem(LoadedLibrary? library, List<string> places) => library switch
    {
        { IsUsable: true } => null,
        null => new Diagnostic(
            OnnxCodes.LibraryMissing,
            DiagnosticSeverity.Error,
            $"ONNX Runtime is not here; looked at {string.Join(", ", places)}",
            Hint: Fix),
        { Version: null } => Unusable(library, "is not ONNX Runtime for this system and processor"),
        _ => Unusable(library, $"is ONNX Runtime {library.Version}, 1.17 or later is needed"),
    };

    private static Diagnostic Unusable(LoadedLibrary library, string what) =>
        new(OnnxCodes.LibraryUnusable, DiagnosticSeverity.Error, $"'{library.Path}' {what}", SourcePlace.OfFile(library.Path), Fix);
}
