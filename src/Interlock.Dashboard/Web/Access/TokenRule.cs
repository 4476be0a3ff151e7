using System.Runtime.CompilerServices;
using System.Text;

namespace Interlock.Dashboard.Web.Access;

/// <summary>Which role a token gives.</summary>
internal sealed class TokenRule(DashboardOptions options)
{
    public bool IsAsked => options.OperatorToken is not null;

    /// <summary>The role of who shows this token; null for nobody.</summary>
    /// <param name="token">Null when none was shown.</param>
    public Role? RoleOf(string? token)
    {
        Role highest = options.IsReadOnly ? Role.Viewer : Role.Operator;
        if (!IsAsked)
        {
            return IsSame(token, options.ViewerToken) ? Role.Viewer : highest;
        }

        return IsSame(token, options.OperatorToken) ? highest : IsSame(token, options.ViewerToken) ? Role.Viewer : null;
    }

    // Takes the same time wherever the first difference is.
    [MethodImpl(MethodImplOptions.NoOptimization | MethodImplOptions.NoInlining)]
    private static bool IsSame(string? shown, string? wanted)
    {
        if (shown is null || wanted is null)
        {
            return false;
        }

        byte[] left = Encoding.UTF8.GetBytes(shown), right = Encoding.UTF8.GetBytes(wanted);
        int difference = left.Length ^ right.Length;
        for (int i = 0; i < right.Length; i++)
        {
            difference |= right[i] ^ (i < left.Length ? left[i] : 0);
        }

        return difference == 0;
    }
}
