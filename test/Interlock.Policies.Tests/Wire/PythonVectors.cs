using System.Text.Json;

namespace Interlock.Policies.Tests.Wire;

/// <summary>Bytes made once by <c>Vectors/make_vectors.py</c>.</summary>
internal static class PythonVectors
{
    private static readonly Dictionary<string, string> All = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(
        Path.Combine(SharedFiles.RepositoryRoot, "test", "Interlock.Policies.Tests", "Wire", "Vectors", "vectors.json")))!;

    public static byte[] Bytes(string name) => Convert.FromBase64String(All[name]);
}
