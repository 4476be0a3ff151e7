using System.Text;

namespace Interlock.Core.Text;

/// <summary>The words of an enumeration in files: its member names in snake_case (<c>EePose</c> is <c>ee_pose</c>).</summary>
public static class EnumWord
{
    /// <summary>The word of a member.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => ToSnakeCase(value.ToString());

    /// <summary>The words of all members, in declaration order of their values.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(ToSnakeCase)];

    /// <summary>The member that <paramref name="word"/> stands for, or null when it stands for none.</summary>
    public static T? Find<T>(string word)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
            {
                return value;
            }
        }

        return null;
    }

    private static string ToSnakeCase(string name)
    {
        StringBuilder word = new(name.Length + 4);
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append('_');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
